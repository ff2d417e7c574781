"""Makes the rows of a card from another program say what its values say.

A card document may hold values without rows, or values that were corrected while the rows stayed. The value counts: a
row that does not read to it is written anew in the norm, and a row that lacks its remarks gets them from its grammar.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import FIELDS, Field, FieldKey
from hankesalkku.core.card.reading import funder_of_decision, read_row
from hankesalkku.core.report.printed import printed_text
from hankesalkku.core.values.decision import FunderDecision

_ATTRIBUTES: dict[FieldKey, tuple[str, ...]] = {
    FieldKey.PERIOD: ("period", "phases"),
    FieldKey.STATUS: ("status", "progress_tenths"),
}
_MISSING = (None, ())


def reconciled(card: Card, language: str) -> Card:
    """Give the card with a row for every value, each reading to it; labels and words in the document's language."""
    card = _with_funder_named(card)
    rows = list(card.rows)
    for field in FIELDS:
        index = next((i for i, row in enumerate(rows) if row.key == field.key), None)
        row = _row(card, field, rows[index] if index is not None else None, language)
        if index is not None and row is not None:
            rows[index] = row
        elif row is not None:
            rows.append(row)
    return replace(card, rows=tuple(rows))


def _row(card: Card, field: Field, row: Row | None, language: str) -> Row | None:
    """Give the row of a field: as it is if it says the value, else written anew; None where there is neither."""
    if row is not None:
        found = read_row(field.key, row.text)
        if _says(card, field.key, found.values):
            return row if row.remarks else replace(row, remarks=found.remarks)
    text = _value_text(card, field, language)
    if not text:
        return row
    made = Row(field.key.value, row.label if row and row.label else field.label(language), text)
    return replace(made, remarks=read_row(field.key, text).remarks)


def _says(card: Card, key: FieldKey, values: dict[str, Any]) -> bool:
    """Tell whether what a row reads to is what the card holds; a value the card lacks is not contradicted."""
    if key is FieldKey.FUNDER_DECISION:
        return _row_facts(values.get("funder_decision")) == _held_facts(card)
    held = {name: getattr(card, name) for name in _ATTRIBUTES.get(key, (key.value,))}
    return all(value in _MISSING or values.get(name) == value for name, value in held.items())


def _row_facts(decision: FunderDecision | None) -> tuple[object, ...] | None:
    return None if decision is None else (funder_of_decision(decision), *_date_and_number(decision))


def _held_facts(card: Card) -> tuple[object, ...] | None:
    if card.funder is None and card.funder_decision is None:
        return None
    return card.funder, *_date_and_number(card.funder_decision or FunderDecision(None, None, None))


def _date_and_number(decision: FunderDecision) -> tuple[object, ...]:
    return decision.date, decision.case_number.normal if decision.case_number else None


def _with_funder_named(card: Card) -> Card:
    """Let the decision name the card's funder where no row says the same, since its row is written anew then."""
    row = card.row(FieldKey.FUNDER_DECISION)
    if card.funder is None or (
        row and _says(card, FieldKey.FUNDER_DECISION, read_row(row.key, row.text).values)
    ):
        return card
    decision = card.funder_decision or FunderDecision(None, None, None)
    return replace(card, funder_decision=replace(decision, funder_written=card.funder))


def _value_text(card: Card, field: Field, language: str) -> str:
    """Write a value as its row would be printed."""
    if field.key is FieldKey.OTHER_INFORMATION and card.other_information is None:
        return card.case_number.normal if card.case_number else ""
    held = getattr(card, field.key.value)
    if isinstance(held, str):
        return held
    return printed_text(card, Row(field.key.value, None, ""), language)
