"""pdfium called in bulk: a call for each of many indices in one `map`, results in one array.

pypdfium2's own helpers make Python objects for each character; its raw functions convert each argument. Here the same
functions are bound anew with plain integers for handles and addresses, which costs a third of that.
Source: fpdf_text.h, fpdf_edit.h, fpdf_doc.h of pdfium.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Sequence
from itertools import repeat

from pypdfium2 import raw

POINTER = ctypes.c_size_t
Native = Callable[..., int]


def bind(name: str, *arguments: type, result: type = ctypes.c_int) -> Native:
    """Bind a function of pdfium with plain integers for all handles and addresses."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


def handle(pointer: object) -> int:
    """Give the address behind a pointer of pypdfium2, 0 for a null pointer."""
    return ctypes.cast(getattr(pointer, "raw", pointer), ctypes.c_void_p).value or 0  # type: ignore[arg-type]


_char_box = bind("FPDFText_GetCharBox", POINTER, ctypes.c_int, POINTER, POINTER, POINTER, POINTER)
_origin = bind("FPDFText_GetCharOrigin", POINTER, ctypes.c_int, POINTER, POINTER)
_matrix = bind("FPDFText_GetMatrix", POINTER, ctypes.c_int, POINTER)
_font_size = bind("FPDFText_GetFontSize", POINTER, ctypes.c_int, result=ctypes.c_double)
_unicode = bind("FPDFText_GetUnicode", POINTER, ctypes.c_int, result=ctypes.c_uint)
_is_hyphen = bind("FPDFText_IsHyphen", POINTER, ctypes.c_int)
_count_chars = bind("FPDFText_CountChars", POINTER)
_get_text = bind("FPDFText_GetText", POINTER, ctypes.c_int, ctypes.c_int, POINTER)

HYPHEN = "\ufffe"
"""How pdfium writes a hyphen at a line end in its text."""


def page_text(text_page: int) -> str:
    """Give the text of a page, one character for each index of pdfium; HYPHEN for a hyphen at a line end."""
    count = max(_count_chars(text_page), 0)
    buffer = ctypes.create_string_buffer(2 * (2 * count + 2))
    written = _get_text(text_page, 0, count, ctypes.addressof(buffer))
    text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    return text if len(text) == count else _page_text_by_index(text_page, count)


def _page_text_by_index(text_page: int, count: int) -> str:
    """Ask for each character: the page has some that pdfium's text leaves out, so that indices would shift."""
    codes = map(_unicode, repeat(text_page), range(count))
    text = [chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes]
    for index, character in enumerate(text):
        if character == "\x02" and _is_hyphen(text_page, index) == 1:
            text[index] = HYPHEN
    return "".join(text)


def char_boxes(text_page: int, indices: Sequence[int]) -> array[float]:
    """Give left, right, bottom, top of each character, flat, in the page's own space."""
    boxes = array("d", bytes(32 * len(indices)))
    start = boxes.buffer_info()[0]
    end = start + 32 * len(indices)
    lanes = (range(start + lane, end + lane, 32) for lane in (0, 8, 16, 24))
    _run(map(_char_box, repeat(text_page), indices, *lanes))
    return boxes


def origins(text_page: int, indices: Sequence[int]) -> array[float]:
    """Give x, y of each character's origin on its baseline, flat, in the page's own space."""
    points = array("d", bytes(16 * len(indices)))
    start = points.buffer_info()[0]
    end = start + 16 * len(indices)
    _run(map(_origin, repeat(text_page), indices, range(start, end, 16), range(start + 8, end + 8, 16)))
    return points


def matrices(text_page: int, indices: Sequence[int]) -> array[float]:
    """Give a, b, c, d, e, f of each character's text matrix, flat."""
    values = array("f", bytes(24 * len(indices)))
    start = values.buffer_info()[0]
    _run(map(_matrix, repeat(text_page), indices, range(start, start + 24 * len(indices), 24)))
    return values


def font_sizes(text_page: int, indices: Sequence[int]) -> list[float]:
    """Give each character's font size before its text matrix."""
    return list(map(_font_size, repeat(text_page), indices))


def _run(calls: map[int]) -> None:
    """Make all calls; what one could not tell stays zero in its array."""
    for _ in calls:
        pass
