"""Fields taken over from one card to another: a person keeps the register's value, or several years' cards become one.

A field is its rows and every value read from them; nothing is read anew, so that what a table's cell meant stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hankesalkku.core.card.card import EXTRA_PREFIX, Card, Row
from hankesalkku.core.card.fields import FIELDS, FieldKey

VALUES: dict[str, tuple[str, ...]] = {
    FieldKey.NAME: ("name",),
    FieldKey.DESCRIPTION: ("description",),
    FieldKey.UNIT: ("unit",),
    FieldKey.RESPONSIBLE_PERSONS: ("responsible_persons",),
    FieldKey.PERIOD: ("period", "phases"),
    FieldKey.FUNDER_DECISION: ("funder", "funder_decision"),
    FieldKey.MUNICIPAL_DECISION: ("municipal_decision",),
    FieldKey.BUDGET_YEARS: ("budget_years",),
    FieldKey.GROSS_INCOME: ("gross_income",),
    FieldKey.GROSS_EXPENDITURE: ("gross_expenditure",),
    FieldKey.MUNICIPAL_SHARE: ("municipal_share",),
    FieldKey.OTHER_INFORMATION: ("other_information", "case_number", "case_url"),
    FieldKey.STATUS: ("status", "progress_tenths"),
    FieldKey.ACTUALS_CHECKED: ("actuals_checked",),
}
"""The values of a card that a field's rows give."""

_FURTHER: dict[str, str] = {
    FieldKey.PERIOD: "periods",
    FieldKey.FUNDER_DECISION: "funder_decisions",
    FieldKey.MUNICIPAL_DECISION: "municipal_decisions",
    FieldKey.OTHER_INFORMATION: "case_numbers",
}


def with_field(card: Card, key: str, source: Card) -> Card:
    """Give a card with one field as another card has it; an extra row is named by its whole key.

    Raises:
        KeyError: the key is none of the fourteen and no extra row's.
    """
    if key.startswith(EXTRA_PREFIX):
        return replace(card, rows=_rows(card, key, source))
    values = {name: getattr(source, name) for name in VALUES[key]}
    further = card.further
    if key in _FURTHER:
        further = replace(further, **{_FURTHER[key]: getattr(source.further, _FURTHER[key])})
    return replace(card, rows=_rows(card, key, source), further=further, **values)


def has_field(card: Card, key: str) -> bool:
    """Tell whether a card says anything in a field."""
    return any(row.key == key and row.text for row in card.rows)


def keys_of(*cards: Card) -> tuple[str, ...]:
    """Give the keys of the fourteen fields in order, then those of the cards' extra rows."""
    extras = dict.fromkeys(row.key for card in cards for row in card.rows if row.is_extra)
    return (*(field.key.value for field in FIELDS), *extras)


def field_text(card: Card, key: str) -> str:
    """Give what the rows of a field say, joined."""
    return "; ".join(row.text for row in card.rows if row.key == key and row.text)


def _rows(card: Card, key: str, source: Card) -> tuple[Row, ...]:
    """Put the rows of a field where the card has them, else in the order of the fields."""
    taken = [row for row in source.rows if row.key == key]
    places = [place for place, row in enumerate(card.rows) if row.key == key]
    rest = [row for row in card.rows if row.key != key]
    at = places[0] if places else _place_for(key, rest)
    return (*rest[:at], *taken, *rest[at:])


def _place_for(key: str, rows: Iterable[Row]) -> int:
    order = {field.key.value: field.number for field in FIELDS}
    number = order.get(key, len(order) + 1)
    return sum(1 for row in rows if order.get(row.key, len(order) + 1) <= number)
