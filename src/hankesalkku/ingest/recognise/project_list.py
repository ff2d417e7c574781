"""Finds projects in a plain list: a header row of labels, under it one project a row.

A row of totals is no project; its sums are kept as what the document states. Columns that fit no field become extra
rows. Source: the shadow lists of practice.md 1, requirements D80 (column unit).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.values.text import fold_space
from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import How, RawCard, RawRow, RawTotals, Span
from hankesalkku.ingest.recognise.labels import Match, match_label
from hankesalkku.ingest.recognise.tables import Row, Table, text_of

FIELDS_AT_LEAST = 3
HEADER_WITHIN_ROWS = 12
_TOTAL = re.compile(
    r"(yhteensä|summa|kaikki yhteensä|totalt|summa|sammanlagt|total|sum)\b[ :]*", re.IGNORECASE
)
_THOUSANDS = re.compile(r"1[ .\u00a0]?000\s*(€|euro|eur)|\bt\s?(€|eur)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: its header cell, the field it holds (None: an extra row), cents of one of its units."""

    cell: Block
    match: Match | None
    unit_cents: int


@dataclass(frozen=True, slots=True)
class ProjectList:
    """A list found in a table: the rows above its header, the columns by number, projects and totals."""

    above: tuple[Row, ...]
    columns: dict[int, Column]
    projects: tuple[Row, ...]
    total_rows: tuple[Row, ...]


def find_list(document: SourceDocument, table: Table) -> ProjectList | None:
    """Find the list in a table: the first row with at least three labels of different fields, the name among them."""
    for index, row in enumerate(table.rows[:HEADER_WITHIN_ROWS]):
        columns = _columns(document, row)
        keys = {column.match.entry.key for column in columns.values() if column.match}
        if len(keys) >= FIELDS_AT_LEAST and FieldKey.NAME in keys:
            return _list(document, table, index, columns)
    return None


def _columns(document: SourceDocument, header: Row) -> dict[int, Column]:
    """Match the header's labels; of two columns for one field the surer, else the first, keeps it."""
    columns: dict[int, Column] = {}
    taken: dict[FieldKey, int] = {}
    for cell in header:
        text = text_of(document, cell)
        match = match_label(text)
        if match is not None and match.is_doubtful:
            match = None
        unit = 100_000 if _THOUSANDS.search(text) else 100
        if match is not None and match.entry.key in taken:
            match = None
        if match is not None:
            taken[match.entry.key] = cell.column or 0
        columns[cell.column or 0] = Column(cell, match, unit)
    return columns


def _list(document: SourceDocument, table: Table, index: int, columns: dict[int, Column]) -> ProjectList:
    body = [row for row in table.rows[index + 1 :] if not _repeats_header(document, row, columns)]
    name_column = next(
        number for number, column in columns.items() if column.match and column.match.entry.key == "name"
    )
    projects: list[Row] = []
    totals: list[Row] = []
    for row in body:
        (totals if _is_total(document, row, name_column) else projects).append(row)
    return ProjectList(table.rows[:index], columns, tuple(projects), tuple(totals))


def _repeats_header(document: SourceDocument, row: Row, columns: dict[int, Column]) -> bool:
    return all(
        cell.column in columns
        and fold_space(text_of(document, cell)) == fold_space(text_of(document, columns[cell.column].cell))
        for cell in row
    )


def _is_total(document: SourceDocument, row: Row, name_column: int) -> bool:
    """A row is a total if its first text says so, or it has no name and no more than sums."""
    first = text_of(document, row[0]).strip()
    if _TOTAL.fullmatch(first) or (_TOTAL.match(first) and len(row) <= len(MONEY_KEYS) + 2):
        return True
    return all(cell.column != name_column for cell in row) and all(cell.number is not None for cell in row)


def card_of(document: SourceDocument, found: ProjectList, row: Row) -> RawCard:
    """Make a card of a row of the list; a cell beyond the header's columns is an extra row without a label."""
    return RawCard(tuple(_raw_row(document, found.columns.get(cell.column or 0), cell) for cell in row))


def _raw_row(document: SourceDocument, column: Column | None, cell: Block) -> RawRow:
    value: tuple[Span, ...] = ((cell.start, cell.end),)
    number = cell.number.value if cell.number else None
    if column is None:
        return RawRow(EXTRA_PREFIX, (), value, How.EXTRA, 0.0, number=number)
    label: tuple[Span, ...] = ((column.cell.start, column.cell.end),)
    if column.match is None:
        key = EXTRA_PREFIX + fold_space(text_of(document, column.cell))
        return RawRow(key, label, value, How.EXTRA, 0.0, number=number)
    match = column.match
    return RawRow(
        match.entry.key.value,
        label,
        value,
        match.how,
        match.certainty,
        unit_cents=column.unit_cents,
        number=number,
    )


def totals_of(found: ProjectList) -> RawTotals:
    """Give the sums that the last row of totals states."""
    if not found.total_rows:
        return RawTotals()
    sums = [
        (column.match.entry.key.value, (cell.start, cell.end))
        for cell in found.total_rows[-1]
        if (column := found.columns.get(cell.column or 0))
        and column.match
        and column.match.entry.key in MONEY_KEYS
    ]
    return RawTotals(tuple(sums))
