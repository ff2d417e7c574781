"""A file as lines of text with their spans, so that a page can show it with the places of a value highlighted.

For formats of which there is no picture, and for a PDF whose pictures cannot be drawn. Source: screens.md 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from hankesalkku.core.values.place import Place
from hankesalkku.ingest.cards import File, read_source
from hankesalkku.ingest.document import LINE_BREAK, PARAGRAPH_BREAK, Block, BlockKind, SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS, Limits
from hankesalkku.ingest.read.sniff import Format, sniff

_BREAKS = re.compile(f"[{LINE_BREAK}{PARAGRAPH_BREAK}]")


@dataclass(frozen=True, slots=True)
class SourcePiece:
    """A piece of a line: its text, which is `[start:end]` of the document's, and its column if it is a table's cell."""

    text: str
    start: int
    end: int
    column: int | None = None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a page, or a row of a table with a piece for each cell; `number` counts from 1 within the page."""

    number: int
    pieces: tuple[SourcePiece, ...]

    @property
    def is_table_row(self) -> bool:
        """Tell whether the pieces are cells."""
        return self.pieces[0].column is not None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page, a sheet, or the whole of a file that has neither; `number` counts from 1."""

    number: int
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a piece's text, marked or not."""

    text: str
    is_marked: bool


def page_text(file: File, limits: Limits = DEFAULT_LIMITS) -> tuple[SourcePage, ...]:
    """Read a file as pages of lines; a card document in JSON, whose places are another file's, has none.

    Raises:
        CannotRead: the file is refused or broken.
    """
    kind = sniff(file.content, file.name)
    return () if kind is Format.JSON else source_pages(read_source(file, kind, limits))


def source_pages(document: SourceDocument) -> tuple[SourcePage, ...]:
    """Give a document's blocks as pages of lines; every visible character is in one piece."""
    pages: dict[int, list[Block]] = {}
    number = 1
    for block in document.blocks:
        number = _page(document, block, number)
        if document.text[block.start : block.end].strip():
            pages.setdefault(number, []).append(block)
    return tuple(SourcePage(number, tuple(_lines(document, pages[number]))) for number in sorted(pages))


_SHEETS = frozenset({Format.CSV, Format.ODS, Format.XLSX, Format.XLS})


def _page(document: SourceDocument, block: Block, before: int) -> int:
    """Tell the page of a block: its own, in a workbook the number of its sheet, else that of the block before."""
    if block.page is not None:
        return block.page
    if document.format in _SHEETS and block.table is not None:
        return block.table + 1
    return before


def _lines(document: SourceDocument, blocks: list[Block]) -> Iterator[SourceLine]:
    number = 0
    for row, group in groupby(blocks, key=_row):
        for pieces, stated in _rows_of(document, list(group), is_row=row is not None):
            number = max(number + 1, stated or 0)
            yield SourceLine(number, pieces)


def _row(block: Block) -> tuple[int | None, int | None] | None:
    return (block.table, block.row) if block.kind is BlockKind.CELL else None


def _rows_of(
    document: SourceDocument, blocks: list[Block], *, is_row: bool
) -> Iterator[tuple[tuple[SourcePiece, ...], int | None]]:
    """Give the lines of blocks, each with the number that its format gives it."""
    if is_row:
        cells = (SourcePiece(_text(document, b.start, b.end), b.start, b.end, b.column or 0) for b in blocks)
        yield tuple(cells), blocks[0].line
        return
    for block in blocks:
        for above, (start, end) in enumerate(_spans(document.text, block)):
            stated = None if block.line is None else block.line + (above if document.is_wrapped else 0)
            if document.text[start:end].strip():
                yield (SourcePiece(_text(document, start, end), start, end),), stated


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Give the lines of a block."""
    start = block.start
    for line_break in _BREAKS.finditer(text, block.start, block.end):
        yield start, line_break.start()
        start = line_break.end()
    yield start, block.end


def _text(document: SourceDocument, start: int, end: int) -> str:
    return document.text[start:end].replace(PARAGRAPH_BREAK, LINE_BREAK)


def marked(piece: SourcePiece, places: Iterable[Place]) -> tuple[Run, ...]:
    """Cut a piece's text into runs, marked where one of the places covers it.

    >>> marked(SourcePiece("Kesto: 2023", 10, 21), [Place(1, 1, 17, 40)])
    (Run(text='Kesto: ', is_marked=False), Run(text='2023', is_marked=True))
    """
    covered = [False] * len(piece.text)
    for place in places:
        first, last = max(place.start - piece.start, 0), min(place.end - piece.start, len(covered))
        for index in range(first, last):
            covered[index] = True
    letters = zip(piece.text, covered, strict=True)
    groups = groupby(letters, key=lambda pair: pair[1])
    return tuple(Run("".join(letter for letter, _ in group), is_marked) for is_marked, group in groups)
