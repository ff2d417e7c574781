"""Makes cards of texts as a person would type them: the values are what the fields' own grammars read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import BY_KEY, FieldKey
from hankesalkku.core.card.reading import card_of, read_row
from hankesalkku.core.values.case_number import CaseNumber
from hankesalkku.services.demo.city import mallila

CASE_ID_OFFSETS = {
    2015: 0,
    2016: 112,
    2017: 160,
    2018: 203,
    2019: 287,
    2020: 391,
    2021: 612,
    2022: 2860,
    2023: 5120,
    2024: 7355,
    2025: 9604,
    2026: 11871,
    2027: 14150,
}
"""By how much the internal id of a case is ahead of its number, by year (D74)."""


def card_from(texts: Mapping[str, str]) -> Card:
    """Make a card of fourteen rows in their order; a row that `texts` lacks is empty. Its case has its link."""
    rows = []
    for key in FieldKey:
        reading = read_row(key, texts.get(key, ""))
        row = Row(key.value, BY_KEY[key].label("fi"), texts.get(key, ""), remarks=reading.remarks)
        rows.append((row, reading))
    card = card_of(rows)
    return replace(card, case_url=case_url(card.case_number)) if card.case_number else card


def case_url(number: CaseNumber) -> str | None:
    """Give the address of a case of Mallila, None for a year without cases."""
    offset = CASE_ID_OFFSETS.get(number.year or 0)
    if offset is None or number.run is None:
        return None
    return mallila().link_templates[0].address_of(number.run + offset)


def case_row(case: str | None, more: str | None) -> str:
    """Write row 12: `Dynasty: 412/02.05.01/2024`, further information behind it."""
    pieces = (f"Dynasty: {case}" if case else None, more)
    return ". ".join(piece for piece in pieces if piece)
