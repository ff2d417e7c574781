"""A sheet as its readers gather it: used cells only, with what is hidden, merged and linked; written in one go.

Shared by the readers of Excel and OpenDocument sheets. Source: requirements, section 3, H2 and H6: rows and columns
count where a cell holds something, whatever size a sheet claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hankesalkku.ingest.document import BlockKind, HiddenKind, NumericCell
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.stream import TEXT_LENGTH, Stream
from hankesalkku.ingest.refusal import CannotRead, Reason

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""


@dataclass(slots=True)
class Sheet:
    """One sheet; rows and columns count from 0, hidden columns are (first, last)."""

    title: str
    limits: Limits
    is_hidden: bool = False
    cells: dict[tuple[int, int], tuple[str, NumericCell | None]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    formulas: int = 0
    first_formula: str = ""
    _rows: set[int] = field(default_factory=set)
    _columns: set[int] = field(default_factory=set)
    _length: int = 0

    def put(self, row: int, column: int, text: str, number: NumericCell | None = None) -> None:
        """Add a cell; one without visible text is none.

        Raises:
            CannotRead: TOO_MANY_ROWS, for columns as well; TOO_LARGE_UNPACKED.
        """
        if not text.strip():
            return
        self._length += len(text)
        if self._length > TEXT_LENGTH:
            raise CannotRead(Reason.TOO_LARGE_UNPACKED, place=self.title, detail=f"> {TEXT_LENGTH}")
        self._rows.add(row)
        self._columns.add(column)
        if len(self._rows) > self.limits.sheet_rows:
            raise CannotRead(Reason.TOO_MANY_ROWS, place=self.title, detail=f"> {self.limits.sheet_rows}")
        if len(self._columns) > self.limits.sheet_columns:
            detail = f"columns > {self.limits.sheet_columns}"
            raise CannotRead(Reason.TOO_MANY_ROWS, place=self.title, detail=detail)
        self.cells[row, column] = (text, number)

    def count_formula(self, row: int, column: int, formula: str) -> None:
        """Count a formula; the first one is shown as an example."""
        self.formulas += 1
        self.first_formula = self.first_formula or f"{self.title}!{address(row, column)}: {formula}"


def write_sheets(stream: Stream, sheets: list[Sheet]) -> None:
    """Write sheets into the stream, each visible one with cells as a table; what is hidden is reported only."""
    table = 0
    for sheet in sheets:
        if sheet.formulas:
            stream.hide(HiddenKind.FORMULA, sheet.first_formula, count=sheet.formulas)
        if sheet.is_hidden:
            texts = [text for text, _ in sheet.cells.values()]
            stream.hide(HiddenKind.HIDDEN_SHEET, f"{sheet.title}: {' '.join(texts[:20])}")
            continue
        before = len(stream.blocks)
        _write(stream, sheet, table)
        table += len(stream.blocks) > before
        for note in sheet.notes:
            stream.add(BlockKind.NOTE, note)


def address(row: int, column: int) -> str:
    """Name a cell as sheets do.

    >>> address(0, 27)
    'AB1'
    """
    letters = ""
    number = column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _write(stream: Stream, sheet: Sheet, table: int) -> None:
    spans, covered = _merged(sheet)
    hidden: dict[tuple[HiddenKind, int], list[str]] = {}
    for (row, column), (text, number) in sorted(sheet.cells.items(), key=lambda item: item[0]):
        reason = _hidden_by(sheet, row, column, covered)
        if reason is not None:
            hidden.setdefault(reason, []).append(text)
            continue
        rows, columns = spans.get((row, column), (1, 1))
        start = stream.position + bool(stream.position)
        stream.add(
            BlockKind.CELL, text,
            line=row + 1, table=table, row=row, column=column, rows=rows, columns=columns, number=number,
        )  # fmt: skip
        if (row, column) in sheet.links:
            stream.link(sheet.links[row, column], start, stream.position)
    for (kind, _), texts in hidden.items():
        stream.hide(kind, " ".join(texts))


def _hidden_by(
    sheet: Sheet, row: int, column: int, covered: set[tuple[int, int]]
) -> tuple[HiddenKind, int] | None:
    """Tell what hides a cell, and the number under which the report gathers it."""
    if row in sheet.hidden_rows:
        return HiddenKind.HIDDEN_ROW, row
    if any(first <= column <= last for first, last in sheet.hidden_columns):
        return HiddenKind.HIDDEN_COLUMN, column
    return (HiddenKind.HIDDEN_TEXT, row) if (row, column) in covered else None


def _merged(sheet: Sheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Give the spans of merged cells by their first cell, and the used cells that they cover."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
    covered = {cell for area in sheet.merges for cell in _used(sheet, area) if cell != area[:2]}
    return spans, covered


def _used(sheet: Sheet, area: Area) -> Iterator[tuple[int, int]]:
    """Give the used cells of an area, walking whichever is smaller: the area or the sheet."""
    top, left, bottom, right = area
    if (bottom - top + 1) * (right - left + 1) <= len(sheet.cells):
        for row in range(top, bottom + 1):
            yield from ((row, column) for column in range(left, right + 1) if (row, column) in sheet.cells)
    else:
        for row, column in sheet.cells:
            if top <= row <= bottom and left <= column <= right:
                yield row, column
