"""Pages of a PDF as pictures (PNG), so that a person sees where a value stands.

pdfium draws, the PNG is our own: grey where the page has no colour, which is a third of the size. Source: W3C PNG,
sections 5 and 11.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterator

from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from hankesalkku.ingest.document import PNG_SIGNATURE, PagePicture
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.pdf import native
from hankesalkku.ingest.read.pdf.annotations import draw_notes, page_notes
from hankesalkku.ingest.read.pdf.reader import open_document, open_page
from hankesalkku.ingest.refusal import CannotRead, Reason

_COMPRESSION = 5
_GREY, _COLOUR = 0, 2


def pictures(content: bytes, first: int, last: int, width_px: int, limits: Limits) -> Iterator[PagePicture]:
    """Draw the pages from `first` to `last`, from 1, as far as there are; `last` 0 means the last there is.

    A page of more than `limits.picture_pixels` at this width is drawn smaller.

    Raises:
        CannotRead: empty, another format, encrypted, broken (with the page), or more pages than `limits.pdf_pages`.
    """
    document = open_document(content)
    try:
        pages = len(document)
        if pages > limits.pdf_pages:
            raise CannotRead(Reason.TOO_MANY_PAGES, detail=str(limits.pdf_pages))
        for number in range(first, min(last or pages, pages) + 1):
            yield _picture(document, number, width_px, limits)
    finally:
        document.close()


def _picture(document: PdfDocument, number: int, width_px: int, limits: Limits) -> PagePicture:
    page = open_page(document, number)
    # pdfium draws a filled form's fields only after they are made a part of the page.
    if page_notes(native.handle(page)).are_drawn and draw_notes(native.handle(page)):
        page.close()
        page = open_page(document, number)
    try:
        width_pt, height_pt = page.get_size()
        if not (0 < width_pt < math.inf and 0 < height_pt < math.inf):
            raise CannotRead(Reason.BROKEN, place=str(number))
        scale = min(width_px / width_pt, math.sqrt(limits.picture_pixels / (width_pt * height_pt)))
        width, height, pixels = _drawn(page, scale)
    except PdfiumError as error:
        raise CannotRead(Reason.BROKEN, place=str(number)) from error
    finally:
        page.close()
    return PagePicture(number, _png(width, height, pixels), width, height, width_pt, height_pt)


def _drawn(page: PdfPage, scale: float) -> tuple[int, int, bytes]:
    """Draw a page; give width, height and three bytes a pixel: red, green, blue."""
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    try:
        width, height = bitmap.width, bitmap.height
        buffer = memoryview(bitmap.buffer).cast("B")
        length = 3 * width
        rows = (buffer[start : start + length] for start in range(0, height * bitmap.stride, bitmap.stride))
        return width, height, b"".join(rows)
    finally:
        bitmap.close()


def _png(width: int, height: int, pixels: bytes) -> bytes:
    """Write red-green-blue pixels as PNG."""
    red = pixels[::3]
    is_grey = red == pixels[1::3] and red == pixels[2::3]
    kind, content, length = (_GREY, red, width) if is_grey else (_COLOUR, pixels, 3 * width)
    rows = b"".join(b"\0" + content[start : start + length] for start in range(0, height * length, length))
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    body = zlib.compress(rows, _COMPRESSION)
    return PNG_SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)
