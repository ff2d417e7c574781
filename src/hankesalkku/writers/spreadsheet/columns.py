"""The columns of the list of projects: the card's fourteen in their order, parts of sums if any, extras."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from hankesalkku.core.card.card import EXTRA_PREFIX, Card
from hankesalkku.core.card.fields import FIELDS, MONEY_KEYS, FieldKey, FieldType
from hankesalkku.core.report.model import Report, ReportCard, ReportRow
from hankesalkku.core.report.printable import printable
from hankesalkku.core.values.text import fold_space

CELL_CHARACTERS = 32_000
"""An Excel cell holds 32 767 characters; what is longer goes on in a column of its own."""
HEADER_CHARACTERS = 250

_WIDTHS: dict[str, int] = {
    FieldKey.NAME: 32,
    FieldKey.DESCRIPTION: 38,
    FieldKey.UNIT: 20,
    FieldKey.RESPONSIBLE_PERSONS: 20,
    FieldKey.PERIOD: 18,
    FieldKey.FUNDER_DECISION: 26,
    FieldKey.MUNICIPAL_DECISION: 22,
    FieldKey.BUDGET_YEARS: 11,
    FieldKey.OTHER_INFORMATION: 24,
    FieldKey.STATUS: 48,
    FieldKey.ACTUALS_CHECKED: 24,
}
MONEY_WIDTH, PARTS_WIDTH, EXTRA_WIDTH = 16, 22, 18
_DAY = re.compile(r"([1-9]|[12]\d|3[01])\.([1-9]|1[0-2])\.(19\d\d|2\d\d\d)")
_YEAR = re.compile(r"(19|20)\d\d")
_DATED = {FieldType.PERIOD, FieldType.FUNDER_DECISION, FieldType.MUNICIPAL_DECISION, FieldType.ATTESTATION}
_DATED_KEYS = {field.key.value for field in FIELDS if field.type in _DATED}

Value = str | Decimal | int | date | None


class Kind(Enum):
    """What a column shows of a row: its value, the named parts of its sum, or what did not fit into one cell."""

    VALUE = 0
    PARTS = 1
    REST = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the row it shows, its heading, kind, which piece of a long text, width in characters."""

    key: str
    label: str
    width: int
    kind: Kind = Kind.VALUE
    piece: int = 0

    @property
    def is_sum(self) -> bool:
        """Tell whether the column is one of the three sums."""
        return self.kind is Kind.VALUE and self.key in MONEY_KEYS


def columns_of(report: Report, say: Callable[..., str]) -> list[Column]:
    """Give the columns of a report; headings are the canonical labels and differ from each other."""
    found = list(_columns(report, say))
    taken: set[str] = set()
    return [_with_own_label(column, taken) for column in found]


def value_of(column: Column, card: ReportCard, read: Card) -> Value:
    """Give what a cell holds: an amount as a number, a single day as a date, anything else as the text printed."""
    rows = [row for row in card.rows if row.key == column.key]
    if column.kind is Kind.PARTS:
        parts = (part for row in rows if row.money for part in row.money.parts)
        return printable("; ".join(f"{name}: {amount}" for name, amount in parts)) or None
    if len(rows) == 1 and column.is_sum and rows[0].money:
        money = read.money(FieldKey(column.key))
        if money is not None:
            return Decimal(money.total_cents).scaleb(-2)
    text = "\n".join(_lines(row) for row in rows)
    start = column.piece * CELL_CHARACTERS
    return _typed(column.key, text[start : start + CELL_CHARACTERS])


def link_of(column: Column, card: ReportCard) -> str | None:
    """Give the first link of a row."""
    if column.kind is not Kind.VALUE:
        return None
    runs = (run for row in card.rows if row.key == column.key for runs in row.paragraphs for run in runs)
    return next((run.url for run in runs if run.url), None)


def _columns(report: Report, say: Callable[..., str]) -> Iterator[Column]:
    for field in FIELDS:
        key, label = field.key.value, field.label(report.language)
        yield from _pieces(report, Column(key, label, _WIDTHS.get(key, MONEY_WIDTH)))
        if field.key in MONEY_KEYS and _has_parts(report, key):
            yield Column(key, say("report.parts_of", label=label), PARTS_WIDTH, Kind.PARTS)
    extras = {row.key: row.label for card in report.cards for row in card.rows if row.number is None}
    for key, label in extras.items():
        yield from _pieces(report, Column(key, label or key.removeprefix(EXTRA_PREFIX), EXTRA_WIDTH))


def _pieces(report: Report, column: Column) -> Iterator[Column]:
    """Give a column, and further ones where a text is too long for a cell."""
    rows = (row for card in report.cards for row in card.rows if row.key == column.key)
    longest = max((len(row.text) for row in rows), default=0)
    for piece in range(1 + longest // CELL_CHARACTERS):
        kind = Kind.REST if piece else Kind.VALUE
        yield Column(column.key, column.label, column.width, kind, piece)


def _has_parts(report: Report, key: str) -> bool:
    return any(row.money and row.money.parts for card in report.cards for row in card.rows if row.key == key)


def _with_own_label(column: Column, taken: set[str]) -> Column:
    """Number a heading that is taken already: Excel's tables want each to differ, whatever its case."""
    label = base = fold_space(printable(column.label))[:HEADER_CHARACTERS] or "–"
    number = 1
    while label.casefold() in taken:
        number += 1
        label = f"{base} ({number})"
    taken.add(label.casefold())
    return Column(column.key, label, column.width, column.kind, column.piece)


def _lines(row: ReportRow) -> str:
    """Give a row's text, a line for each paragraph."""
    lines = "\n".join("".join(run.text for run in runs) for runs in row.paragraphs)
    return printable(lines if fold_space(lines) == fold_space(row.text) else row.text)


def _typed(key: str, text: str) -> Value:
    """Make a number of a year and a date of a day, where the row is nothing else and prints the same again."""
    if not text:
        return None
    if key == FieldKey.BUDGET_YEARS and _YEAR.fullmatch(text):
        return int(text)
    match = _DAY.fullmatch(text) if key in _DATED_KEYS else None
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else text
    except ValueError:
        return text
