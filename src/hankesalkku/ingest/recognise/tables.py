"""Tables of a document as rows of cells, and what kind of table each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from hankesalkku.ingest.document import Block, BlockKind, SourceDocument

Row = tuple[Block, ...]
"""The cells of one row that hold visible text, in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its number in the document and its rows, empty cells left out."""

    number: int
    rows: tuple[Row, ...]

    @property
    def cells(self) -> tuple[Block, ...]:
        """Give all cells in reading order."""
        return tuple(cell for row in self.rows for cell in row)

    @property
    def width(self) -> int:
        """Give the number of columns that hold text."""
        return len({cell.column for cell in self.cells})


def tables_of(document: SourceDocument) -> list[Table]:
    """Gather the cells of a document into tables, in order of their numbers."""
    cells = [block for block in document.blocks if block.kind is BlockKind.CELL and visible(document, block)]
    cells.sort(key=lambda cell: (cell.table or 0, cell.row or 0, cell.column or 0, cell.start))
    return [
        Table(number or 0, tuple(tuple(row) for _, row in groupby(group, key=lambda cell: cell.row)))
        for number, group in groupby(cells, key=lambda cell: cell.table)
    ]


def visible(document: SourceDocument, block: Block) -> bool:
    """Tell whether a block holds anything but white space."""
    return bool(document.text[block.start : block.end].strip())


def text_of(document: SourceDocument, block: Block) -> str:
    """Give the text of a block."""
    return document.text[block.start : block.end]


def spans_of(blocks: Iterable[Block]) -> tuple[tuple[int, int], ...]:
    """Give the spans of blocks."""
    return tuple((block.start, block.end) for block in blocks)
