"""Where a walker stands in a flowing document: page, line, tables in tables; it opens and closes the blocks.

Shared by the readers of Word and OpenDocument text. A table inside a cell parts the cell's block in two, for blocks
do not overlap; an empty cell is a block too, an empty paragraph is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from hankesalkku.ingest.document import BlockKind, HiddenKind
from hankesalkku.ingest.read.stream import Stream, Where

_FURNITURE = (BlockKind.HEADER, BlockKind.FOOTER)


class Story:
    """The place in the document. `kind` is what a paragraph of the present part is; `page` is None if unknown.

    `line` counts non-empty paragraphs and table rows, within the page where pages are known.
    """

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.kind = BlockKind.PARAGRAPH
        self.page: int | None = None
        self._line = 0
        self._tables = 0
        self._cells: list[Where] = []
        self._opened_at: tuple[int | None, int] = (None, 0)

    def begin(self, page: int | None) -> None:
        """Count lines anew, and pages from the one given."""
        self.page = page
        self._line = 0

    @property
    def is_in_cell(self) -> bool:
        """Tell whether the walker is inside a table cell."""
        return bool(self._cells)

    @property
    def is_furniture(self) -> bool:
        """Tell whether the walker is in a running header or footer."""
        return self.kind in _FURNITURE

    @contextmanager
    def aside(self, kind: BlockKind) -> Iterator[None]:
        """Walk a part that stands apart from the running text (header, note, text box)."""
        before = self.kind, self._cells
        self.kind, self._cells = kind, []
        yield
        self.kind, self._cells = before

    @contextmanager
    def paragraph(self, heading_level: int = 0) -> Iterator[None]:
        """Walk a paragraph: a block of its own, or a part of the cell's block."""
        if self._cells:
            yield
            self.stream.end_paragraph()
            return
        self._open(self._line + 1)
        yield
        self._close_paragraph(heading_level)

    @contextmanager
    def table(self) -> Iterator[int]:
        """Walk a table and give its number; the cell around it, if any, is closed before and opened again."""
        is_inside = self.is_in_cell
        if is_inside:
            self._close_cell()
        number, self._tables = self._tables, self._tables + 1
        yield number
        if is_inside:
            self._open(self._line)

    def row(self) -> None:
        """Begin a table row."""
        self._line += 1

    @contextmanager
    def cell(self, **where: int) -> Iterator[int]:
        """Walk a cell and give the index of its first block; `where` is table, row, column, columns and rows."""
        first = len(self.stream.blocks)
        self._cells.append(Where(**where))  # type: ignore[typeddict-item]
        self._open(self._line)
        yield first
        self._close_cell(is_kept=first == len(self.stream.blocks))
        self._cells.pop()

    def lengthen(self, index: int) -> None:
        """Lengthen a merged cell by one row."""
        block = self.stream.blocks[index]
        self.stream.blocks[index] = replace(block, rows=block.rows + 1)

    def page_break(self) -> None:
        """Go to the next page where pages are known; a block that is still blank begins there."""
        if self.page is not None:
            self.page += 1
            self._line = 1 if self._cells else 0
            if self.stream.is_open and self.stream.is_blank:
                self._opened_at = (self.page, 1)

    def hide(self, kind: HiddenKind, text: str = "") -> None:
        """Report content that the page does not show; white space alone is none."""
        if text.strip():
            self.stream.hide(kind, text, page=self.page)

    def _open(self, line: int) -> None:
        self.stream.open()
        self._opened_at = (self.page, line)

    def _close_paragraph(self, heading_level: int) -> None:
        if self.stream.is_blank:
            self.stream.drop()
            return
        page, line = self._opened_at
        self._line = line if page == self.page else 1
        self.stream.close(self.kind, page=page, line=line, heading_level=heading_level)

    def _close_cell(self, *, is_kept: bool = False) -> None:
        if self.stream.is_blank and not is_kept:
            self.stream.drop()
            return
        page, line = self._opened_at
        where = Where(**self._cells[-1]) if not self.is_furniture else Where()
        where["page"], where["line"] = page, line
        self.stream.close(self.kind if self.is_furniture else BlockKind.CELL, **where)
