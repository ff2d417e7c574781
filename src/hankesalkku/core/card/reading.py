"""Reads the rows of a card by their fields' grammars: from the text of a row to values, from rows to a card.

Nothing here fails: what cannot be read stays in its row, with a remark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.reference.funders import funder_named, funders_of_number
from hankesalkku.core.values.case_number import find_numbers
from hankesalkku.core.values.decision import FunderDecision, read_funder_decision, read_municipal_decision
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.people import read_people
from hankesalkku.core.values.period import read_period_row
from hankesalkku.core.values.progress import read_progress
from hankesalkku.core.values.reading import Reading, Remark
from hankesalkku.core.values.unit import read_unit
from hankesalkku.core.values.years import read_years

NOTHING_FURTHER = Further()


@dataclass(frozen=True, slots=True)
class RowReading:
    """What the text of one row gives: values by the name of their field of Card, further ones, remarks."""

    values: dict[str, Any]
    further: Further = NOTHING_FURTHER
    remarks: tuple[Remark, ...] = ()


def read_row(key: str, text: str, *, unit_cents: int = 100) -> RowReading:
    """Read a row's text by its field's grammar; an extra row gives no value.

    `unit_cents` is what a bare number of a sum counts in: 100 for euros, 100 000 for thousands of euros.

    >>> read_row("unit", "Sivistys / Kirjasto").values
    {'unit': ('Sivistys', 'Kirjasto')}
    """
    if key in MONEY_KEYS:
        money = read_money(text, unit_cents=unit_cents)
        return RowReading({key: money.value}, remarks=money.remarks)
    reader = _READERS.get(key)
    return reader(text) if reader else RowReading({})


def card_of(rows: Iterable[tuple[Row, RowReading]]) -> Card:
    """Make a card of rows and what they read to; of a repeated field the first row with a value gives it."""
    written: list[Row] = []
    values: dict[str, Any] = {}
    further = NOTHING_FURTHER
    for row, found in rows:
        written.append(row)
        known = {key: value for key, value in values.items() if value not in (None, ())}
        values = values | found.values | known
        further = _merged(further, found.further)
    return _with_case_number(_with_funder(Card(rows=tuple(written), **values, further=further)))


def funder_of_decision(decision: FunderDecision) -> str | None:
    """Name the funder: as written if it is known, else inferred from a prefix that only one funder has.

    The name is the legal Finnish one if the funder is known; None where nothing tells.
    """
    if decision.funder_written:
        known = funder_named(decision.funder_written)
        return known.name if known else decision.funder_written
    issuers = funders_of_number(decision.case_number) if decision.case_number else ()
    return issuers[0].name if len(issuers) == 1 else None


def _text_as(key: FieldKey) -> Callable[[str], RowReading]:
    return lambda text: RowReading({key.value: text or None})


def _list_as(
    key: FieldKey, grammar: Callable[[str], Reading[tuple[Any, ...]]]
) -> Callable[[str], RowReading]:
    def read(text: str) -> RowReading:
        reading = grammar(text)
        return RowReading({key.value: reading.value or ()}, remarks=reading.remarks)

    return read


def _read_period(text: str) -> RowReading:
    row = read_period_row(text)
    period, others = _first(row.periods.value)
    remarks = tuple(dict.fromkeys((*row.periods.remarks, *row.phases.remarks)))
    values = {"period": period, "phases": row.phases.value or ()}
    return RowReading(values, Further(periods=others), remarks)


def _read_funder(text: str) -> RowReading:
    reading = read_funder_decision(text)
    first, others = _first(reading.value)
    return RowReading({"funder_decision": first}, Further(funder_decisions=others), reading.remarks)


def _read_municipal(text: str) -> RowReading:
    reading = read_municipal_decision(text)
    first, others = _first(reading.value)
    return RowReading({"municipal_decision": first}, Further(municipal_decisions=others), reading.remarks)


def _read_status(text: str) -> RowReading:
    progress = read_progress(text)
    return RowReading({"status": text or None, "progress_tenths": progress.value}, remarks=progress.remarks)


_READERS: dict[str, Callable[[str], RowReading]] = {
    FieldKey.NAME: _text_as(FieldKey.NAME),
    FieldKey.DESCRIPTION: _text_as(FieldKey.DESCRIPTION),
    FieldKey.UNIT: _list_as(FieldKey.UNIT, read_unit),
    FieldKey.RESPONSIBLE_PERSONS: _list_as(FieldKey.RESPONSIBLE_PERSONS, read_people),
    FieldKey.PERIOD: _read_period,
    FieldKey.FUNDER_DECISION: _read_funder,
    FieldKey.MUNICIPAL_DECISION: _read_municipal,
    FieldKey.BUDGET_YEARS: _list_as(FieldKey.BUDGET_YEARS, read_years),
    FieldKey.OTHER_INFORMATION: _text_as(FieldKey.OTHER_INFORMATION),
    FieldKey.STATUS: _read_status,
    FieldKey.ACTUALS_CHECKED: _text_as(FieldKey.ACTUALS_CHECKED),
}


def _first(values: tuple[Any, ...] | None) -> tuple[Any, tuple[Any, ...]]:
    return (values[0], values[1:]) if values else (None, ())


def _merged(a: Further, b: Further) -> Further:
    return Further(
        a.periods + b.periods,
        a.funder_decisions + b.funder_decisions,
        a.municipal_decisions + b.municipal_decisions,
        a.case_numbers + b.case_numbers,
    )


def _with_funder(card: Card) -> Card:
    decision = card.funder_decision
    return card if decision is None else replace(card, funder=funder_of_decision(decision))


def _with_case_number(card: Card) -> Card:
    """Find the municipality's case numbers: in row 12, else in an extra row."""
    rows = [row for row in card.rows if row.key == FieldKey.OTHER_INFORMATION]
    rows += [row for row in card.rows if row.is_extra]
    for row in rows:
        numbers = [found.number for found in find_numbers(row.text, bare=False) if found.number.is_municipal]
        if numbers:
            more = replace(card.further, case_numbers=tuple(numbers[1:]))
            return replace(card, case_number=numbers[0], further=more)
    return card
