"""Rows of a card under the rules: which are missing, which hold a date that no calendar has."""

from __future__ import annotations

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.reading import RemarkCode

_NOTHING = " \u00a0.-\u2013\u2014\u2212"


def is_blank(row: Row) -> bool:
    """Tell whether a row holds nothing, or only the dash that stands for nothing."""
    return not row.text.strip(_NOTHING)


def is_missing(context: Context, card: Card, key: FieldKey) -> bool:
    """Tell whether a card says nothing in a row; a row that most other cards have is left to `row-missing`."""
    row = card.row(key)
    if row is not None:
        return is_blank(row)
    having = sum(1 for other in context.cards if other.row(key) is not None)
    return 2 * having < len(context.cards)


def text_of(card: Card, key: FieldKey) -> str:
    """Give the text of a row, empty where the card has none."""
    row = card.row(key)
    return row.text if row is not None else ""


def has_invalid_date(card: Card, key: FieldKey) -> bool:
    """Tell whether a row holds a date that no calendar has: what needs this date then stays silent."""
    row = card.row(key)
    return row is not None and row.has(RemarkCode.DATE_INVALID)


def is_only_at(card: Card, phases: frozenset[Phase]) -> bool:
    """Tell whether a card names its phase and names none but these."""
    return bool(card.phases) and phases.issuperset(card.phases)
