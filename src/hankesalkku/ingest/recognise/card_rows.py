"""Reads the rows of a table as label and value, wherever in the table its labels stand.

Labels stand in the first column, behind a column of numbers or of group words, or in two columns of pairs
(`label | value | label | value`). A row without a label goes on with the row above (a cell cut by a page); a label cut
into several rows is joined. Source: documents.md 1 and 2.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from itertools import pairwise

from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.recognise.labels import Match, begins_like_label, exact_label, match_label
from hankesalkku.ingest.recognise.tables import Row, Table, text_of

FIELDS_AT_LEAST = 3
LABEL_ROWS_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class LabelledRow:
    """A table row with its label read: `match` is None where the label fits no field or there is none.

    `is_split`: the label was cut by a page, its value stands between the halves.
    """

    label: tuple[Block, ...]
    value: tuple[Block, ...]
    match: Match | None
    is_split: bool = False

    @property
    def key(self) -> str | None:
        """Give the field's key where the label is sure."""
        return self.match.entry.key.value if self.match and not self.match.is_doubtful else None


@dataclass(frozen=True, slots=True)
class LabelledTable:
    """The rows of a table, and the cells left of its labels (numbers, group words), which belong to no row."""

    rows: tuple[LabelledRow, ...]
    margin: tuple[Block, ...] = ()

    @property
    def keys(self) -> set[str]:
        """Give the fields whose labels are sure."""
        return {row.key for row in self.rows if row.key}


def labelled_table(document: SourceDocument, table: Table) -> LabelledTable:
    """Read a table by its label columns; by its first column where no column holds labels enough."""
    columns = _label_columns(document, table) or (min(cell.column or 0 for cell in table.cells),)
    rows = [pair for row in table.rows for pair in _pairs(document, row, columns)]
    margin = tuple(cell for cell in table.cells if (cell.column or 0) < columns[0])
    return LabelledTable(tuple(_joined_rows(document, rows)), margin)


def _label_columns(document: SourceDocument, table: Table) -> tuple[int, ...]:
    """Give the columns that hold labels enough, each with fields that those before it have not.

    In the first column a label may be misspelt; in others, which hold values as a rule, only exact wordings count.
    """
    first = min(cell.column or 0 for cell in table.cells)
    by_column: dict[int, set[str]] = {}
    for cell in table.cells:
        text = text_of(document, cell)
        match = match_label(text) if cell.column == first else exact_label(text)
        if match and not match.is_doubtful:
            by_column.setdefault(cell.column or 0, set()).add(match.entry.key.value)
    found: list[int] = []
    known: set[str] = set()
    for column in sorted(by_column):
        needed = FIELDS_AT_LEAST if found else min(FIELDS_AT_LEAST, len(table.rows))
        if len(by_column[column] - known) >= needed:
            found.append(column)
            known |= by_column[column]
    return tuple(found)


def _pairs(document: SourceDocument, row: Row, columns: tuple[int, ...]) -> list[LabelledRow]:
    """Cut a row at the label columns."""
    found = []
    for column, stop in pairwise((*columns, sys.maxsize)):
        label = tuple(cell for cell in row if cell.column == column)
        value = tuple(cell for cell in row if column < (cell.column or 0) < stop)
        match = match_label(_text(document, label)) if label else None
        if label or value:
            found.append(LabelledRow(label, value, match))
    return found


def _text(document: SourceDocument, cells: tuple[Block, ...]) -> str:
    return " ".join(text_of(document, cell) for cell in cells)


def _joined_rows(document: SourceDocument, rows: list[LabelledRow]) -> list[LabelledRow]:
    """Join rows without a label to those above, and labels that were cut into several rows."""
    joined: list[LabelledRow] = []
    index = 0
    while index < len(rows):
        count, whole = _whole_label(document, rows, index)
        index += count
        above = _joined(document, joined[-1], whole) if joined else None
        if above is not None:
            joined[-1] = above
        else:
            joined.append(whole)
    return joined


def _whole_label(document: SourceDocument, rows: list[LabelledRow], index: int) -> tuple[int, LabelledRow]:
    """Join the lines of a label that stand in rows of their own: how many rows, and the row they make."""
    if not begins_like_label(_text(document, rows[index].label)):
        return 1, rows[index]
    for count in range(_lines_at_most(document, rows, index), 1, -1):
        part = rows[index : index + count]
        match = _one_label(document, part)
        if match is not None:
            return count, _one_row(part, match)
    return 1, rows[index]


def _lines_at_most(document: SourceDocument, rows: list[LabelledRow], index: int) -> int:
    """Tell how many rows may be lines of one label: each has a label, and goes on in small letters or is no field."""
    are_small = are_open = True
    count = 1
    for row in rows[index + 1 : index + LABEL_ROWS_AT_MOST]:
        are_small = are_small and _goes_on(document, row)
        are_open = are_open and not (row.key and row.value)
        if not row.label or not (are_small or are_open):
            break
        count += 1
    return count


def _goes_on(document: SourceDocument, row: LabelledRow) -> bool:
    """Tell whether a label goes on with the line above: in small letters."""
    return _text(document, row.label).lstrip("( ")[:1].islower()


def _one_label(document: SourceDocument, part: list[LabelledRow]) -> Match | None:
    """Match rows as the lines of one label: exactly, or nearly where each goes on in small letters."""
    text = _text(document, tuple(cell for row in part for cell in row.label))
    if all(_goes_on(document, row) for row in part[1:]):
        match = match_label(text)
        if match is None or match.is_doubtful:
            return None
        is_whole = match.certainty == 1.0 or {row.key for row in part} <= {None, match.entry.key.value}
        return match if is_whole else None
    if len(part) == 2 or any(row.key and row.value for row in part[1:]):
        return None
    return exact_label(text)


def _one_row(part: list[LabelledRow], match: Match) -> LabelledRow:
    """Make one row of the lines of a label."""
    label = tuple(cell for row in part for cell in row.label)
    value = tuple(cell for row in part for cell in row.value)
    is_split = any(b.label[0].page != a.label[-1].page for a, b in pairwise(part)) and bool(part[0].value)
    return replace(part[0], label=label, value=value, match=match, is_split=is_split)


def _joined(document: SourceDocument, above: LabelledRow, row: LabelledRow) -> LabelledRow | None:
    """Join a row to the one above if it has no label, or its label is the other half of that one."""
    if not row.label:
        return replace(above, value=above.value + row.value)
    if not above.label or (row.key is not None and row.value and not _is_cut(above, row)):
        return None
    label = above.label + row.label
    if not begins_like_label(_text(document, above.label)):
        return None
    whole = match_label(_text(document, label))
    if whole is None or whole.is_doubtful or ((above.key or row.key) and whole.certainty < 1.0):
        return None
    cut_by_page = above.label[-1].page != row.label[0].page
    is_split = cut_by_page and bool(above.value)
    return replace(above, label=label, value=above.value + row.value, match=whole, is_split=is_split)


def _is_cut(above: LabelledRow, row: LabelledRow) -> bool:
    """Tell whether a page parts two halves of one field's label that are labels themselves (`Toteutusaika /`)."""
    return above.key == row.key and above.label[-1].page != row.label[0].page
