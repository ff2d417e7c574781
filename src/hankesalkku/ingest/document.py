"""What a reader hands on: one text stream with blocks, links and properties over it.

Every visible character of a file is in `SourceDocument.text` exactly once; everything else is a span into it. Readers
know formats, not labels: what a block means is for the recognisers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.place import Box, Place

LINE_BREAK = "\n"
PARAGRAPH_BREAK = "\u2029"


class BlockKind(StrEnum):
    """What the format itself says of a block."""

    LINE = "line"
    """A line of running text, where the format knows no more (plain text)."""
    PARAGRAPH = "paragraph"
    CELL = "cell"
    HEADER = "header"
    """A running header: furniture by the format's own word."""
    FOOTER = "footer"
    NOTE = "note"
    """A footnote, text box or comment that is part of what a reader of the page sees."""


@dataclass(frozen=True, slots=True)
class NumericCell:
    """A spreadsheet cell's own value beside its text: `value` as decimal text, or `day` for a date cell."""

    value: str | None = None
    day: PartialDate | None = None
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands together: `text[start:end]` of the document.

    Inside a block LINE_BREAK stands for a line end (in a wrapped format only layout), PARAGRAPH_BREAK between
    paragraphs. Blocks come in reading order and do not overlap; what lies between two blocks is white space.
    For a cell `table`, `row` and `column` count from 0, tables through the whole document and rows through the
    table; `columns` and `rows` tell how many it spans. A cell cut by a page is two cells of two rows; the second has
    an empty label beside it. `line` counts from 1 within the page.
    """

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    columns: int = 1
    rows: int = 1
    box: Box | None = None
    heading_level: int = 0
    number: NumericCell | None = None


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A hyperlink; `start`–`end` is its anchor text, an empty span at its place where there is none.

    `in_text` is true where the address itself is printed text and its characters are the link's own.
    """

    url: str
    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    in_text: bool = False


class HiddenKind(StrEnum):
    """Content that the page does not show, or that somebody left behind."""

    INSERTION = "insertion"
    DELETION = "deletion"
    COMMENT = "comment"
    HIDDEN_TEXT = "hidden_text"
    HIDDEN_ROW = "hidden_row"
    HIDDEN_COLUMN = "hidden_column"
    HIDDEN_SHEET = "hidden_sheet"
    MACRO = "macro"
    EMBEDDED_OBJECT = "embedded_object"
    EXTERNAL_LINK = "external_link"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Hidden:
    """One piece of hidden content: what it is, how often, and an excerpt of at most 80 characters."""

    kind: HiddenKind
    count: int = 1
    excerpt: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself in its metadata; None where it does not."""

    title: str | None = None
    author: str | None = None
    created: PartialDate | None = None
    language: str | None = None
    generator: str | None = None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as read: see the module. `pages` is None where the format has no pages.

    `is_wrapped` says that line ends are layout (plain text, PDF), so that words may be broken there. `embedded` holds
    the bytes of a card document that our own PDF carries. `image_pages` lists pages that are pictures without text.
    """

    format: str
    text: str
    blocks: tuple[Block, ...]
    links: tuple[SourceLink, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    properties: Properties = Properties()
    pages: int | None = None
    is_wrapped: bool = False
    embedded: bytes | None = None
    image_pages: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> Place:
        """Give the place of a span: page, line and box of the block it begins in, the line counted inside it.

        Of a wrapped block with several lines the box is that of the span's own lines, taken as equally high.
        """
        block = self.block_at(start)
        if block is None:
            return Place(None, None, start, end)
        if not self.is_wrapped:
            return Place(block.page, block.line, start, end, block.box)
        above = self._breaks(block.start, start)
        line = None if block.line is None else block.line + above
        box = block.box and self._lines_box(block, block.box, above, min(end, block.end))
        return Place(block.page, line, start, end, box)

    def _lines_box(self, block: Block, box: Box, above: int, end: int) -> Box:
        """Cut a block's box down to the lines from the one after `above` others to the one that ends at `end`."""
        breaks = self._breaks(block.start, block.end)
        if not breaks:
            return box
        left, top, right, bottom = box
        pitch = (bottom - top) / (breaks + 1)
        last = self._breaks(block.start, end)
        return (left, top + above * pitch, right, top + (last + 1) * pitch)

    def _breaks(self, start: int, end: int) -> int:
        """Count the line ends of a span."""
        return self.text.count(LINE_BREAK, start, end) + self.text.count(PARAGRAPH_BREAK, start, end)

    def block_at(self, position: int) -> Block | None:
        """Find the block that holds a position, None between blocks. Binary search: blocks are in order."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        if low == len(self.blocks) or self.blocks[low].start > position:
            return None
        return self.blocks[low]


PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a PDF as a viewer shows it, as PNG; `number` counts from 1.

    A place's box (points from the upper left corner) lies on the picture at box × width_px / width_pt.
    """

    number: int
    png: bytes
    width_px: int
    height_px: int
    width_pt: float
    height_pt: float
