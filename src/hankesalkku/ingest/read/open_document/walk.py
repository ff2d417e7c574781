"""Walk over the body of an OpenDocument text. Source: OpenDocument 1.3, part 3, 5 (text) and 9 (tables)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.ingest.document import BlockKind, HiddenKind
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.open_document.inline import InlineWalker, comment_text, plain_text
from hankesalkku.ingest.read.open_document.package import OpenStyle, attribute, count_of
from hankesalkku.ingest.read.story import Story
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.read.xml import Element, local_name
from hankesalkku.ingest.refusal import CannotRead, Reason

_SKIPPED = frozenset(
    "forms sequence-decls variable-decls user-field-decls dde-connection-decls tracked-changes title desc "
    "alphabetical-index-auto-mark-file table-of-content-source illustration-index-source table-index-source "
    "object-index-source user-index-source alphabetical-index-source bibliography-source table-column "
    "table-columns table-header-columns table-column-group annotation-end section-source".split()
)
_LEVELS = 10


class TextWalker:
    """Writes the parts of a text document into a stream."""

    def __init__(self, stream: Stream, styles: dict[str, OpenStyle], limits: Limits) -> None:
        self.story = Story(stream)
        self._inline = InlineWalker(self.story, styles)
        self._limits = limits
        self._rows = 0

    def walk(self, part: Element, kind: BlockKind) -> None:
        """Walk a part; what it shows elsewhere on the page (boxes, notes) follows its paragraph or table."""
        with self.story.aside(kind):
            self._blocks(part)

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            self._block(child)
            if not self.story.is_in_cell:
                self._walk_later()

    def _walk_later(self) -> None:
        while self._inline.later:
            part = self._inline.later.pop(0)
            self.walk(part, self.story.kind if self.story.is_furniture else BlockKind.NOTE)

    def _block(self, child: Element) -> None:
        name = local_name(child)
        if name in ("p", "h"):
            level = min(count_of(child, "outline-level"), _LEVELS) if name == "h" else 0
            with self.story.paragraph(0 if self.story.is_in_cell else level):
                self._inline.paragraph(child)
        elif name == "table":
            self._table(child)
        elif name == "soft-page-break":
            self.story.page_break()
        elif name == "annotation":
            self.story.hide(HiddenKind.COMMENT, comment_text(child))
        elif name == "change-start":
            self._inline.begin_insertion(attribute(child, "change-id"))
        elif name == "change-end":
            self._inline.end_insertion(attribute(child, "change-id"))
        elif name == "section" and attribute(child, "display") == "none":
            self.story.hide(HiddenKind.HIDDEN_TEXT, plain_text(child))
        elif name not in _SKIPPED:
            self._blocks(child)

    def _table(self, table: Element) -> None:
        with self.story.table() as number:
            for row_number, row in enumerate(self._all_rows(table)):
                self.story.row()
                self._row(row, number, row_number)

    def _all_rows(self, parent: Element) -> Iterator[Element]:
        """Find the rows in row groups and headings too, a repeated one as often as it stands there."""
        for child in parent:
            name = local_name(child)
            if name == "table-row":
                if attribute(child, "visibility") in ("collapse", "filter"):
                    self.story.hide(HiddenKind.HIDDEN_ROW, plain_text(child))
                    continue
                for _ in range(count_of(child, "number-rows-repeated")):
                    self._count_row()
                    yield child
            elif name == "soft-page-break":
                self.story.page_break()
            elif name not in _SKIPPED and name != "table":
                yield from self._all_rows(child)

    def _count_row(self) -> None:
        self._rows += 1
        if self._rows > self._limits.sheet_rows:
            raise CannotRead(Reason.TOO_MANY_ROWS, detail=f"> {self._limits.sheet_rows}")

    def _row(self, row: Element, table: int, row_number: int) -> None:
        column = 0
        for cell in row:
            name = local_name(cell)
            repeats = count_of(cell, "number-columns-repeated")
            if name == "table-cell":
                self._check_columns(column + repeats)
                for place in range(column, column + repeats):
                    self._cell(cell, table=table, row=row_number, column=place)
            elif name == "covered-table-cell":
                self.story.hide(HiddenKind.HIDDEN_TEXT, plain_text(cell))
            else:
                continue
            column += repeats

    def _check_columns(self, columns: int) -> None:
        if columns > self._limits.sheet_columns:
            raise CannotRead(Reason.TOO_MANY_ROWS, detail=f"columns > {self._limits.sheet_columns}")

    def _cell(self, cell: Element, **place: int) -> None:
        columns, rows = count_of(cell, "number-columns-spanned"), count_of(cell, "number-rows-spanned")
        with self.story.cell(**place, columns=columns, rows=rows):
            self._blocks(cell)
