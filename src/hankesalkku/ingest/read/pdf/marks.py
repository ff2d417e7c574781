"""What a PDF page draws beside its text: ruling lines, filled areas, pictures, and text that nobody sees.

Source: PDF 32000-1, 8.5 (paths), 9.3.6 (text rendering modes); fpdf_edit.h of pdfium.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from ctypes import c_int, c_ulong
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import NamedTuple

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.read.pdf import native
from hankesalkku.ingest.read.pdf.native import POINTER
from hankesalkku.ingest.read.pdf.words import Frame

_count = native.bind("FPDFPage_CountObjects", POINTER)
_object = native.bind("FPDFPage_GetObject", POINTER, c_int, result=POINTER)
_form_count = native.bind("FPDFFormObj_CountObjects", POINTER)
_form_object = native.bind("FPDFFormObj_GetObject", POINTER, c_ulong, result=POINTER)
_type = native.bind("FPDFPageObj_GetType", POINTER)
_bounds = native.bind("FPDFPageObj_GetBounds", POINTER, POINTER, POINTER, POINTER, POINTER)
_object_matrix = native.bind("FPDFPageObj_GetMatrix", POINTER, POINTER)
_draw_mode = native.bind("FPDFPath_GetDrawMode", POINTER, POINTER, POINTER)
_fill_colour = native.bind("FPDFPageObj_GetFillColor", POINTER, POINTER, POINTER, POINTER, POINTER)
_segment_count = native.bind("FPDFPath_CountSegments", POINTER)
_segment = native.bind("FPDFPath_GetPathSegment", POINTER, c_int, result=POINTER)
_segment_point = native.bind("FPDFPathSegment_GetPoint", POINTER, POINTER, POINTER)
_segment_type = native.bind("FPDFPathSegment_GetType", POINTER)
_segment_close = native.bind("FPDFPathSegment_GetClose", POINTER)
_render_mode = native.bind("FPDFTextObj_GetTextRenderMode", POINTER)

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_INVISIBLE = 3
_LINE_TO = 0
_THIN = 3.5
_SHORT = 5.0
_DEEPEST = 6
_MOST_OBJECTS = 50_000
_MOST_SEGMENTS = 4_000
_WHITE = 250
_MOST_AREAS = 5_000
_MOST_HIDDEN = 500

_Point = tuple[float, float]
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Rule(NamedTuple):
    """A straight line along an axis: its position across, and where it starts and ends along it.

    `is_drawn` is false for the edge of a filled area, which only looks like a line.
    """

    position: float
    start: float
    end: float
    is_drawn: bool = True


@dataclass(slots=True)
class Marks:
    """What a page draws, as one reads it: x to the right, y downwards, in points."""

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    areas: list[tuple[Box, bool]] = field(default_factory=list)
    """Filled areas in the order of painting, and whether they are white."""
    pictures: list[Box] = field(default_factory=list)
    hidden: list[Box] = field(default_factory=list)
    """Boxes of text that is invisible by its mode or is white on nothing."""


class _Numbers:
    """Room for what one call writes: four floats or whole numbers, with their addresses."""

    __slots__ = ("addresses", "floats", "integers")

    def __init__(self) -> None:
        self.floats = array("f", bytes(24))
        self.integers = array("i", bytes(16))
        start, other = self.floats.buffer_info()[0], self.integers.buffer_info()[0]
        self.addresses = (start, start + 4, start + 8, start + 12, other, other + 4, other + 8, other + 12)


def page_marks(page: int, frame: Frame) -> Marks:
    """Collect the marks of a page; forms inside forms are followed to a fixed depth."""
    marks, numbers = Marks(), _Numbers()
    for item, kind, matrix in _objects(page, numbers):
        if kind == _PATH:
            _add_path(marks, item, matrix, frame, numbers)
        elif kind == _IMAGE:
            marks.pictures.append(_box(item, matrix, frame, numbers))
        else:
            _add_text(marks, item, matrix, frame, numbers)
    marks.hidden = [box for box in marks.hidden if not _is_within(box, marks.pictures)]
    return marks


def _objects(page: int, numbers: _Numbers) -> Iterator[tuple[int, int, _Matrix]]:
    """Give the objects of a page and of its forms in painting order, with their kind and their forms' matrix."""
    count = min(_count(page), _MOST_OBJECTS)
    waiting = [(list(map(_object, repeat(page), range(count))), _IDENTITY)]
    seen = count
    while waiting:
        items, matrix = waiting.pop()
        for position, (item, kind) in enumerate(zip(items, map(_type, items), strict=True)):
            if kind == _FORM and len(waiting) < _DEEPEST and seen < _MOST_OBJECTS:
                waiting.append((items[position + 1 :], matrix))
                inside = min(_form_count(item), _MOST_OBJECTS - seen)
                seen += max(inside, 0)
                children = list(map(_form_object, repeat(item), range(inside)))
                waiting.append((children, _times(_own_matrix(item, numbers), matrix)))
                break
            if kind in (_TEXT, _PATH, _IMAGE):
                yield item, kind, matrix


def _own_matrix(item: int, numbers: _Numbers) -> _Matrix:
    """Give the matrix of a form or a path."""
    if not _object_matrix(item, numbers.addresses[0]):
        return _IDENTITY
    a, b, c, d, e, f = numbers.floats
    return a, b, c, d, e, f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Apply one matrix after another."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _box(item: int, matrix: _Matrix, frame: Frame, numbers: _Numbers) -> Box:
    """Give the bounds of an object on the page as one reads it."""
    _bounds(item, *numbers.addresses[:4])
    left, bottom, right, top = numbers.floats[:4]
    if matrix is not _IDENTITY:
        corners = [
            _moved(point, matrix) for point in ((left, bottom), (right, bottom), (left, top), (right, top))
        ]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    return frame.box(left, bottom, right, top)


def _moved(point: _Point, matrix: _Matrix) -> _Point:
    """Apply a matrix to a point."""
    x, y = point
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]


def _add_path(marks: Marks, item: int, matrix: _Matrix, frame: Frame, numbers: _Numbers) -> None:
    """Add a path: a line, a filled area, or the straight parts of a larger drawing."""
    _draw_mode(item, numbers.addresses[4], numbers.addresses[5])
    is_filled, is_stroked = bool(numbers.integers[0]), bool(numbers.integers[1])
    if not (is_filled or is_stroked):
        return
    box = _box(item, matrix, frame, numbers)
    is_white = is_filled and not is_stroked and _is_white(item, numbers)
    count = _segment_count(item)
    if _add_thin(marks, box):
        return
    if is_filled and len(marks.areas) < _MOST_AREAS:
        marks.areas.append((box, is_white))
    if is_white or not _is_on_page(box, frame):
        return
    if count <= 5 and not is_stroked:
        _add_edges(marks, box, is_drawn=False)
    elif count <= _MOST_SEGMENTS:
        _add_segments(marks, item, _times(_own_matrix(item, numbers), matrix), frame, is_drawn=is_stroked)


def _add_thin(marks: Marks, box: Box) -> bool:
    """Take a thin box for a line; a box that is small both ways is a dot and is dropped."""
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if height <= _THIN and width > _SHORT:
        marks.horizontal.append(Rule((top + bottom) / 2, left, right))
    elif width <= _THIN and height > _SHORT:
        marks.vertical.append(Rule((left + right) / 2, top, bottom))
    return height <= _THIN or width <= _THIN


def _is_on_page(box: Box, frame: Frame) -> bool:
    """Tell whether an area is more than the background of the whole page."""
    return (box[2] - box[0]) * (box[3] - box[1]) < 0.85 * frame.width * frame.height


def _add_edges(marks: Marks, box: Box, *, is_drawn: bool) -> None:
    """Add the four edges of an area."""
    left, top, right, bottom = box
    marks.horizontal += [Rule(top, left, right, is_drawn), Rule(bottom, left, right, is_drawn)]
    marks.vertical += [Rule(left, top, bottom, is_drawn), Rule(right, top, bottom, is_drawn)]


def _add_segments(marks: Marks, item: int, matrix: _Matrix, frame: Frame, *, is_drawn: bool) -> None:
    """Add the straight parts of a path that run along an axis; a closed part of a fill that is thin is a line."""
    for points in _polylines(item, matrix):
        placed = [frame.box(x, y, x, y)[:2] for x, y in points]
        if not is_drawn and len(placed) >= 4:
            xs, ys = [x for x, _ in placed], [y for _, y in placed]
            if _add_thin(marks, (min(xs), min(ys), max(xs), max(ys))):
                continue
        for (x0, y0), (x1, y1) in pairwise(placed):
            if abs(y1 - y0) < 1.0 and abs(x1 - x0) > _SHORT:
                marks.horizontal.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1), is_drawn))
            elif abs(x1 - x0) < 1.0 and abs(y1 - y0) > _SHORT:
                marks.vertical.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1), is_drawn))


def _polylines(item: int, matrix: _Matrix) -> Iterator[list[_Point]]:
    """Cut a path into its connected straight stretches; a curve ends one."""
    numbers = _Numbers()
    points: list[_Point] = []
    for position in range(_segment_count(item)):
        segment = _segment(item, position)
        kind = _segment_type(segment)
        _segment_point(segment, numbers.addresses[0], numbers.addresses[1])
        point = _moved((numbers.floats[0], numbers.floats[1]), matrix)
        if kind != _LINE_TO and points:
            yield points
            points = []
        points.append(point)
        if _segment_close(segment):
            points.append(points[0])
    if points:
        yield points


def _is_white(item: int, numbers: _Numbers) -> bool:
    """Tell whether an object is filled with white or with next to nothing."""
    if not _fill_colour(item, *numbers.addresses[4:]):
        return False
    red, green, blue, alpha = numbers.integers
    return alpha < 5 or min(red, green, blue) >= _WHITE


def _add_text(marks: Marks, item: int, matrix: _Matrix, frame: Frame, numbers: _Numbers) -> None:
    """Note text that nobody sees: drawn in no way, or white where nothing dark was painted before."""
    if len(marks.hidden) >= _MOST_HIDDEN:
        return
    if _render_mode(item) == _INVISIBLE:
        marks.hidden.append(_box(item, matrix, frame, numbers))
    elif _is_white(item, numbers):
        box = _box(item, matrix, frame, numbers)
        under = [is_white for area, is_white in marks.areas if _is_within(box, [area])]
        if not under or under[-1]:
            marks.hidden.append(box)


def _is_within(box: Box, areas: list[Box]) -> bool:
    """Tell whether the middle of a box lies in one of the areas."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in areas)
