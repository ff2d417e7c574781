"""Hyperlinks of a PDF page: address and rectangles of its annotations, and the characters under them.

Source: PDF 32000-1, 12.5.6.5 (link annotations), 12.6.4.7 (URI actions); fpdf_doc.h of pdfium.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator
from ctypes import c_int
from typing import NamedTuple

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.read.pdf import native
from hankesalkku.ingest.read.pdf.native import POINTER
from hankesalkku.ingest.read.pdf.words import Frame, Word

_next_link = native.bind("FPDFLink_Enumerate", POINTER, POINTER, POINTER)
_annotation_rectangle = native.bind("FPDFLink_GetAnnotRect", POINTER, POINTER)
_quad_count = native.bind("FPDFLink_CountQuadPoints", POINTER)
_quad = native.bind("FPDFLink_GetQuadPoints", POINTER, c_int, POINTER)
_action = native.bind("FPDFLink_GetAction", POINTER, result=POINTER)
_address = native.bind(
    "FPDFAction_GetURIPath", POINTER, POINTER, POINTER, ctypes.c_ulong, result=ctypes.c_ulong
)

_MOST_LINKS = 5_000
_MOST_QUADS = 200
_LONGEST_ADDRESS = 8_192


class FoundLink(NamedTuple):
    """A link annotation: its address, and its rectangles in the page's own space."""

    url: str
    rectangles: list[Box]


class Anchor(NamedTuple):
    """A part of a word that a link covers: the word's order on its page, from and to which character of its text."""

    word: int
    start: int
    end: int


class PageLink(NamedTuple):
    """A link annotation as one reads the page; `anchors` is empty where it covers no text."""

    url: str
    box: Box
    anchors: tuple[Anchor, ...]


def page_links(found: list[FoundLink], text_page: int, words: list[Word], frame: Frame) -> list[PageLink]:
    """Place the links of a page, each with the characters under it."""
    links = []
    for url, rectangles in found:
        boxes = [frame.box(*rectangle) for rectangle in rectangles]
        anchors = [anchor for box in boxes for anchor in _anchors(text_page, words, box, frame)]
        links.append(PageLink(url, _hull(boxes), tuple(sorted(set(anchors)))))
    return links


def _hull(boxes: list[Box]) -> Box:
    """Give the box around boxes."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def find_links(document: int, page: int) -> Iterator[FoundLink]:
    """Give the annotations of a page that lead to an address."""
    position, link = array("i", [0]), array("Q", [0])
    places = position.buffer_info()[0], link.buffer_info()[0]
    for _ in range(_MOST_LINKS):
        if not _next_link(page, *places):
            return
        action = _action(link[0])
        url = _url(document, action) if action else ""
        if url:
            yield FoundLink(url, _rectangles(link[0]))


def _url(document: int, action: int) -> str:
    """Read the address of an action, empty if it has none."""
    length = min(_address(document, action, 0, 0), _LONGEST_ADDRESS)
    if length <= 1:
        return ""
    buffer = ctypes.create_string_buffer(length)
    _address(document, action, ctypes.addressof(buffer), length)
    try:
        return buffer.value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return buffer.value.decode("latin-1").strip()


def _rectangles(link: int) -> list[Box]:
    """Give the parts of a link's area, in the page's own space."""
    values = array("f", bytes(32))
    start = values.buffer_info()[0]
    boxes = []
    for number in range(min(_quad_count(link), _MOST_QUADS)):
        if _quad(link, number, start):
            xs, ys = values[0::2], values[1::2]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    if boxes:
        return boxes
    _annotation_rectangle(link, start)
    left, top, right, bottom = values[:4]
    return [(left, bottom, right, top)]


def _anchors(text_page: int, words: list[Word], box: Box, frame: Frame) -> Iterator[Anchor]:
    """Find the parts of words that a rectangle covers: baseline inside it, middle of the letters inside it."""
    left, top, right, bottom = box
    for number, word in enumerate(words):
        height = word.baseline - 0.3 * word.size
        if not (top <= height <= bottom and word.right > left and word.left < right):
            continue
        if left - 1 <= word.left and word.right <= right + 1:
            yield Anchor(number, 0, len(word.text))
        else:
            yield from _part(text_page, number, word, box, frame)


def _part(text_page: int, number: int, word: Word, box: Box, frame: Frame) -> Iterator[Anchor]:
    """Find the letters of a word that stand in a rectangle; none if the word is written otherwise than drawn."""
    boxes = native.char_boxes(text_page, range(word.first, word.first + len(word.raw)))
    covered = []
    for offset in range(len(word.raw)):
        x0, x1, y0, y1 = boxes[4 * offset : 4 * offset + 4]
        left, _, right, _ = frame.box(x0, y0, x1, y1)
        if box[0] <= (left + right) / 2 <= box[2]:
            covered.append(offset)
    if covered:
        yield Anchor(number, min(covered[0], len(word.text)), min(covered[-1] + 1, len(word.text)))
