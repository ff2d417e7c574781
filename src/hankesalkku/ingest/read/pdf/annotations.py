"""Annotations of a PDF page beside its links: filled form fields are text of the page, comments are hidden content.

Source: PDF 32000-1, 12.5 (annotations), 12.7 (forms); fpdf_annot.h and fpdf_flatten.h of pdfium.
"""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_int
from typing import NamedTuple

from hankesalkku.ingest.read.pdf import native
from hankesalkku.ingest.read.pdf.native import POINTER

_count = native.bind("FPDFPage_GetAnnotCount", POINTER)
_open = native.bind("FPDFPage_GetAnnot", POINTER, c_int, result=POINTER)
_close = native.bind("FPDFPage_CloseAnnot", POINTER)
_subtype = native.bind("FPDFAnnot_GetSubtype", POINTER)
_string = native.bind(
    "FPDFAnnot_GetStringValue", POINTER, c_char_p, POINTER, ctypes.c_ulong, result=ctypes.c_ulong
)
_flatten = native.bind("FPDFPage_Flatten", POINTER, c_int)

_TEXT, _LINK, _FREE_TEXT, _STAMP, _CARET, _WIDGET = 1, 2, 3, 13, 14, 20
_MARKS = range(9, 13)
"""Highlight, underline, squiggly, strike-out."""
_DRAWN = (_FREE_TEXT, _STAMP, _WIDGET)
_COMMENTS = (_TEXT, _CARET, *_MARKS)
_NORMAL_DISPLAY = 0
_MOST = 5_000
_LONGEST = 2_000


class Notes(NamedTuple):
    """What annotations add to a page: whether some are text of it, and the texts of comments on it."""

    are_drawn: bool
    comments: list[str]


def page_notes(page: int) -> Notes:
    """Look through the annotations of a page."""
    are_drawn = False
    comments = []
    for number in range(min(_count(page), _MOST)):
        annotation = _open(page, number)
        if not annotation:
            continue
        kind = _subtype(annotation)
        are_drawn = are_drawn or kind in _DRAWN
        if kind in _COMMENTS:
            comments.append(_contents(annotation))
        _close(annotation)
    return Notes(are_drawn, [comment for comment in comments if comment])


def draw_notes(page: int) -> bool:
    """Make form fields and text boxes a part of the page, which must then be opened anew; tell whether it changed."""
    return _flatten(page, _NORMAL_DISPLAY) == 1


def _contents(annotation: int) -> str:
    """Read the text of a comment."""
    length = min(_string(annotation, b"Contents", 0, 0), _LONGEST)
    buffer = ctypes.create_string_buffer(length + 2)
    if _string(annotation, b"Contents", ctypes.addressof(buffer), length) > length:
        return ""
    return buffer.raw[:length].decode("utf-16-le", "replace").strip("\x00 \r\n")
