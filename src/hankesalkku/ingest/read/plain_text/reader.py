"""Reader of plain text, such as a PDF-to-text tool leaves: form feeds break pages, line ends are layout."""

from __future__ import annotations

import io
import re

from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.decoding import decode
from hankesalkku.ingest.read.plain_text.columns import Parted, part_pages
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.refusal import CannotRead, Reason

_OTHER_LINE_ENDS = re.compile("[\u0085\u2028\u2029]")


def read(content: bytes, limits: Limits) -> SourceDocument:
    r"""Read plain text: each line that holds anything is a LINE block with its page and its line in the page.

    Shapes: `pages` counts form feeds, None where there is none; `line` counts empty lines too, from 1. White
    space at the ends of a line is layout and left out. Lines set in two columns are the rows of a table.

    >>> document = read(b"Hankkeen nimi\r\n\r\nLukutaito kaikille\f2 EUR", Limits())
    >>> [(block.page, block.line) for block in document.blocks], document.pages
    ([(1, 1), (1, 3), (2, 1)], 2)

    Raises:
        CannotRead: EMPTY, TOO_LARGE, TOO_MANY_PAGES or BROKEN.
    """
    if len(content) > limits.file_bytes:
        raise CannotRead(Reason.TOO_LARGE, detail=f"{len(content)} > {limits.file_bytes}")
    pages = _pages(decode(content))
    if len(pages) > limits.pdf_pages:
        raise CannotRead(Reason.TOO_MANY_PAGES, detail=f"{len(pages)} > {limits.pdf_pages}")
    stream = Stream()
    lines = [_lines(page) for page in pages]
    for number, (page, parted) in enumerate(zip(lines, part_pages(lines), strict=True), start=1):
        _add_page(stream, page, parted, number if len(pages) > 1 else None)
    if not stream.blocks:
        raise CannotRead(Reason.EMPTY)
    return stream.document("text", pages=len(pages) if len(pages) > 1 else None, is_wrapped=True)


def _pages(text: str) -> list[str]:
    """Split at form feeds; the one that ends the last page begins no new one."""
    pages = text.removeprefix("\ufeff").split("\f")
    return pages[:-1] if len(pages) > 1 and not pages[-1].strip() else pages


def _lines(page: str) -> list[str]:
    return [line.rstrip("\n") for line in io.StringIO(_OTHER_LINE_ENDS.sub("\n", page), newline=None)]


def _add_page(stream: Stream, lines: list[str], parted: list[Parted | None], number: int | None) -> None:
    for index, (line, part) in enumerate(zip(lines, parted, strict=True), start=1):
        if part is not None:
            _add_cells(stream, part, number, index)
        elif text := line.strip():
            stream.add(BlockKind.LINE, text, page=number, line=index)


def _add_cells(stream: Stream, parted: Parted, page: int | None, line: int) -> None:
    """Add a line of two columns as a row of a table, the only one of the document."""
    row = len(stream.blocks)
    for column, text in enumerate((parted.left, parted.right)):
        if text:
            stream.add(BlockKind.CELL, text, page=page, line=line, table=0, row=row, column=column)
