"""Makes cards of raw cards: every row mended and read by its field's grammar.

Nothing here fails: what cannot be read stays raw with a remark.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.reference.funders import funder_named, funders_with_prefix
from hankesalkku.core.values.case_number import NumberKind, find_numbers
from hankesalkku.core.values.decision import FunderDecision, read_funder_decision, read_municipal_decision
from hankesalkku.core.values.money import Money, read_money
from hankesalkku.core.values.people import read_people
from hankesalkku.core.values.period import read_period_row
from hankesalkku.core.values.progress import read_progress
from hankesalkku.core.values.reading import Reading, Remark, RemarkCode
from hankesalkku.core.values.text import fold_space
from hankesalkku.core.values.unit import read_unit
from hankesalkku.core.values.years import read_years
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.normalise.words import Mended, Words
from hankesalkku.ingest.raw_card import RawCard, RawRow

Values = dict[str, Any]
"""Keyword arguments of Card that one row's reading gives."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the rows of one document; holds its words as evidence for mending."""

    document: SourceDocument
    words: Words

    def card(self, raw: RawCard) -> Card:
        """Make a card of a raw one; of a repeated field the first row with text gives the value."""
        rows: list[Row] = []
        values: Values = {}
        further = NOTHING_FURTHER
        for raw_row in raw.rows:
            row, found = self._row(raw_row)
            rows.append(row)
            known = {key: value for key, value in values.items() if value not in (None, ())}
            values = values | found.values | known
            further = _merged(further, found.further)
        card = Card(rows=tuple(rows), **values, further=further)
        return _with_case_number(_with_funder(card))

    def _text(self, raw: RawRow) -> Mended:
        """Give a row's text; a sum of a spreadsheet is written out, with its parts in brackets."""
        mended = self.words.mend(raw.value)
        if raw.joint != " ":
            mended = replace(mended, text=raw.joint.join(self.words.mend((span,)).text for span in raw.value))
        if raw.key not in MONEY_KEYS:
            return mended
        cents = _cents(raw.number, raw.unit_cents) if raw.number else None
        text = mended.text if cents is None else fold_space(format_cents(cents))
        parts = self.words.mend(raw.parts).text.replace(";", ",")
        return replace(mended, text=f"{text} ({parts})" if parts else text)

    def _row(self, raw: RawRow) -> tuple[Row, _Read]:
        """Read one row: the row as written, and what it gives."""
        mended = self._text(raw)
        label = self.words.mend(raw.label)
        found = _read(raw, mended.text)
        about_label = tuple(Remark(code, label.text) for code in raw.remarks)
        row = Row(
            key=raw.key,
            label=label.text or None,
            text=mended.text,
            places=tuple(self.document.place(*span) for span in raw.value),
            label_places=tuple(self.document.place(*span) for span in raw.label),
            remarks=(*about_label, *mended.remarks, *found.remarks),
            breaks=mended.breaks,
        )
        return row, found


NOTHING_FURTHER = Further()


@dataclass(frozen=True, slots=True)
class _Read:
    """What one row gives: values by the name of their field of Card, further ones, remarks."""

    values: Values
    further: Further = NOTHING_FURTHER
    remarks: tuple[Remark, ...] = ()


def _read(raw: RawRow, text: str) -> _Read:
    """Read a row's text by its field's grammar; an extra row gives no value."""
    if raw.key in MONEY_KEYS:
        money = _money(raw, text)
        return _Read({raw.key: money.value}, remarks=money.remarks)
    reader = _READERS.get(raw.key)
    return reader(text) if reader else _Read({})


def read_row(key: str, text: str) -> tuple[Values, Further, tuple[Remark, ...]]:
    """Read the text of one row: values by the name of their field of Card, further ones, remarks."""
    found = _read(RawRow(key, (), ()), text)
    return found.values, found.further, found.remarks


def _text_as(key: FieldKey) -> Callable[[str], _Read]:
    return lambda text: _Read({key.value: text or None})


def _list_as(key: FieldKey, grammar: Callable[[str], Reading[tuple[Any, ...]]]) -> Callable[[str], _Read]:
    def read(text: str) -> _Read:
        reading = grammar(text)
        return _Read({key.value: reading.value or ()}, remarks=reading.remarks)

    return read


def _read_period(text: str) -> _Read:
    row = read_period_row(text)
    period, others = _first(row.periods.value)
    remarks = tuple(dict.fromkeys((*row.periods.remarks, *row.phases.remarks)))
    return _Read({"period": period, "phases": row.phases.value or ()}, Further(periods=others), remarks)


def _read_funder(text: str) -> _Read:
    reading = read_funder_decision(text)
    first, others = _first(reading.value)
    return _Read({"funder_decision": first}, Further(funder_decisions=others), reading.remarks)


def _read_municipal(text: str) -> _Read:
    reading = read_municipal_decision(text)
    first, others = _first(reading.value)
    return _Read({"municipal_decision": first}, Further(municipal_decisions=others), reading.remarks)


def _read_status(text: str) -> _Read:
    progress = read_progress(text)
    return _Read({"status": text or None, "progress_tenths": progress.value}, remarks=progress.remarks)


_READERS: dict[str, Callable[[str], _Read]] = {
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


def _money(raw: RawRow, text: str) -> Reading[Money]:
    """Read a sum; of a spreadsheet's number, which was written out by us, the notation says nothing."""
    if raw.number is None or _cents(raw.number, raw.unit_cents) is None:
        return read_money(text, unit_cents=raw.unit_cents)
    reading = read_money(text)
    return Reading(reading.value, text, tuple(r for r in reading.remarks if r.code not in _OF_NOTATION))


_OF_NOTATION = (RemarkCode.THOUSANDS_WITH_SPACE,)


def _cents(number: str, unit_cents: int) -> int | None:
    """Read a decimal number as cents, rounded half up at the cent; None if it is none."""
    whole, _, decimals = number.removeprefix("-").partition(".")
    if not whole.isdigit() or (decimals and not decimals.isdigit()):
        return None
    scale = int("1" + "0" * len(decimals))
    cents: int = (2 * int(whole + decimals) * unit_cents + scale) // (2 * scale)
    return -cents if number.startswith("-") else cents


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
    """Name the funder: as written if it is known, else inferred from a prefix that only one funder has."""
    decision = card.funder_decision
    return card if decision is None else replace(card, funder=funder_of_decision(decision))


def funder_of_decision(decision: FunderDecision) -> str | None:
    """Name the funder of a decision by its legal Finnish name if it is known; None where nothing tells."""
    if decision.funder_written:
        known = funder_named(decision.funder_written)
        return known.name if known else decision.funder_written
    number = decision.case_number
    if number is None:
        return None
    prefix = number.prefix or ("OPH" if number.kind is NumberKind.OPH else None)
    funders = funders_with_prefix(prefix) if prefix else ()
    return funders[0].name if len(funders) == 1 else None


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
