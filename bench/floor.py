"""What extracting the words and links of a PDF costs with pypdfium2 alone: the floor that reading is compared with.

For each page: load it, load its text, ask for the text at once, ask for the box of every character, join the boxes of
the characters of each word; then each link with its rectangle and address. Functions of the library are called as it
binds them (`pypdfium2.raw`), with arguments made once; its own helper `get_charbox` costs the same. What is left when
words need no place is told beside it: `words_without_places`.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Sized
from typing import NamedTuple

from pypdfium2 import PdfDocument, PdfPage, PdfTextPage, raw

_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word with its box in the page's own space."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Link(NamedTuple):
    """A link: its address and its rectangle in the page's own space."""

    address: str
    left: float
    bottom: float
    right: float
    top: float


def words_and_links(content: bytes) -> tuple[int, int]:
    """Extract the words, with their boxes, and the links of all pages; give how many there are of each."""
    return _through_pages(content, _words)


def words_without_places(content: bytes) -> tuple[int, int]:
    """Extract the same words as mere text, and the links; give how many there are of each."""
    return _through_pages(content, lambda text_page: text_page.get_text_range().split())


def _through_pages(content: bytes, words_of: Callable[[PdfTextPage], Sized]) -> tuple[int, int]:
    document = PdfDocument(content)
    words = links = 0
    try:
        for index in range(len(document)):
            page = document[index]
            text_page = page.get_textpage()
            words += len(words_of(text_page))
            links += len(_links(document, page))
            text_page.close()
            page.close()
    finally:
        document.close()
    return words, links


def _words(text_page: PdfTextPage) -> list[Word]:
    text = text_page.get_text_range()
    box_of = raw.FPDFText_GetCharBox
    sides = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = sides
    pointers = [ctypes.byref(side) for side in sides]
    found = []
    for match in _WORD.finditer(text):
        boxes = []
        for index in range(*match.span()):
            box_of(text_page, index, *pointers)
            boxes.append((left.value, bottom.value, right.value, top.value))
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        found.append(Word(match.group(), min(lefts), min(bottoms), max(rights), max(tops)))
    return found


def _links(document: PdfDocument, page: PdfPage) -> list[Link]:
    found = []
    position, link, rectangle = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle))
        sides = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
        found.append(Link(_address(document, raw.FPDFLink_GetAction(link)), *sides))
    return found


def _address(document: PdfDocument, action: object) -> str:
    length = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
