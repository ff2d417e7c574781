"""What the layout of a PDF page is made of: tables with rows and cells, and text outside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.document import BlockKind
from hankesalkku.ingest.read.pdf.lines import Line, hull


class Cell(NamedTuple):
    """A cell of a table: where it begins, how many rows and columns it spans, its lines (maybe none) and its box.

    `row` and `column` count from 0 within the table's part on this page.
    """

    row: int
    column: int
    lines: list[Line]
    box: Box
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Table:
    """A table's part on one page; `edges` are the left edges of its columns, `pitch` its line pitch in font sizes."""

    box: Box
    cells: list[Cell]
    edges: tuple[float, ...]
    pitch: float | None = None

    @property
    def rows(self) -> int:
        """Count the rows."""
        return 1 + max(cell.row + cell.rows - 1 for cell in self.cells)


@dataclass(slots=True)
class Passage:
    """Lines outside tables that stand together: a paragraph, a heading, a running header or footer."""

    box: Box
    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH


Area = Table | Passage


def row_cells(number: int, columns: Sequence[list[Line]], edges: Sequence[float], right: float) -> list[Cell]:
    """Make the cells of one row, empty ones too."""
    box = hull(line for lines in columns for line in lines)
    ends = [*edges[1:], right]
    return [
        Cell(number, column, lines, (edge, box[1], end, box[3]))
        for column, (lines, edge, end) in enumerate(zip(columns, edges, ends, strict=True))
    ]


def around(cells: Iterable[Cell]) -> Box:
    """Give the box around cells."""
    lefts, tops, rights, bottoms = zip(*(cell.box for cell in cells), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
