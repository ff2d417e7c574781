"""Running headers, footers and page numbers: lines at the edge of pages that come again, or that only count pages."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from hankesalkku.ingest.document import BlockKind
from hankesalkku.ingest.read.pdf.areas import Table
from hankesalkku.ingest.read.pdf.lines import Line
from hankesalkku.ingest.read.pdf.words import Word

_PAGE_NUMBER = re.compile(
    r"(?:^|\s)(?:(?P<word>sivu|sida|page|s\.)\s*)?(?P<page>\d{1,4})(?:\s*(?:/|\(|of|av)\s*(?P<of>\d{1,4})\s*\)?)?\W*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_ZONE = 0.18
_MOST_LINES = 4
_FAR = 100.0
_APART = 1.6
"""Furniture stands apart from the text by more than so many font sizes, baseline to baseline."""


Key = tuple[BlockKind, str, int]
"""A line at the edge of a page as it comes again: its text but for digits, and its height in steps of two points."""


class Edge(NamedTuple):
    """Lines at the upper or lower edge of a page from the edge inwards, each with whether it stands apart inwards."""

    kind: BlockKind
    lines: list[tuple[Line, bool]]
    page: int
    pages: int


class Recurring(NamedTuple):
    """On how many pages lines come again, and which of them stand apart from the text on any page."""

    counts: Counter[Key]
    apart: set[Key]


def page_edges(
    lines: Sequence[Line],
    words: Sequence[Word],
    tables: Sequence[Table],
    height: float,
    page: int,
    pages: int,
) -> tuple[Edge, Edge]:
    """Take the outermost of the lines of a page that stand outside its ruled tables, above and below all of these."""
    upper = min([_ZONE * height, *(table.box[1] for table in tables)])
    lower = max([(1 - _ZONE) * height, *(table.box[3] for table in tables)])
    heights = sorted(word.baseline for word in words)
    apart = _usual_distance(lines)
    top = [line for line in lines[:_MOST_LINES] if line.baseline < upper]
    bottom = [line for line in lines[-_MOST_LINES:] if line.baseline > lower][::-1]
    return (
        Edge(BlockKind.HEADER, [(line, _gap_below(line, heights) > apart) for line in top], page, pages),
        Edge(BlockKind.FOOTER, [(line, _gap_above(line, heights) > apart) for line in bottom], page, pages),
    )


def _usual_distance(lines: Sequence[Line]) -> float:
    """Give what stands apart on this page, in font sizes: clearly more than lines usually do."""
    if len(lines) < 6:
        return _APART
    distances = sorted((below.baseline - above.baseline) / below.size for above, below in pairwise(lines))
    return max(_APART, 1.4 * distances[len(distances) // 2])


def _gap_below(line: Line, heights: list[float]) -> float:
    """Give the distance to the next text below, in font sizes."""
    next_one = bisect_right(heights, line.baseline + 0.4 * line.size)
    return (heights[next_one] - line.baseline) / line.size if next_one < len(heights) else _FAR


def _gap_above(line: Line, heights: list[float]) -> float:
    """Give the distance to the next text above, in font sizes."""
    next_one = bisect_left(heights, line.baseline - 0.4 * line.size) - 1
    return (line.baseline - heights[next_one]) / line.size if next_one >= 0 else _FAR


def recurring(pages: Iterable[tuple[Edge, Edge]]) -> Recurring:
    """Count on how many pages a line stands at an edge with the same text, digits apart, at the same height."""
    found = Recurring(Counter(), set())
    for edges in pages:
        for edge in edges:
            found.counts.update({key for line, _ in edge.lines for key in _keys(edge.kind, line)})
            last = max((number for number, (_, apart) in enumerate(edge.lines, 1) if apart), default=0)
            found.apart.update(key for line, _ in edge.lines[:last] for key in _keys(edge.kind, line))
    return found


def _keys(kind: BlockKind, line: Line) -> list[Key]:
    """Give the marks by which a line is known again; two heights, so that rounding parts no neighbours."""
    text = _DIGITS.sub("#", line.text)
    height = int(line.baseline // 2)
    return [(kind, text, height), (kind, text, height + 1)]


def furniture(edge: Edge, found: Recurring) -> list[Line]:
    """Choose the lines of an edge that are running headers or footers: the outermost ones up to the last gap."""
    chosen: list[Line] = []
    waiting: list[Line] = []
    for line, is_apart in edge.lines:
        keys = _keys(edge.kind, line)
        comes_again = any(found.counts[key] > 1 for key in keys)
        if not (comes_again or _is_page_number(line.text, edge.page, edge.pages)):
            break
        waiting.append(line)
        if is_apart or (comes_again and any(key in found.apart for key in keys)):
            chosen += waiting
            waiting = []
    return chosen


def _is_page_number(text: str, page: int, pages: int) -> bool:
    """Tell whether a line says which page it is, or ends by saying which of how many.

    >>> [_is_page_number(text, 3, 12) for text in ("Sivu 3/12", "- 3 -", "Mallilan kaupunki 3 (12)", "vuosi 2023")]
    [True, True, True, False]
    """
    match = _PAGE_NUMBER.search(text)
    if match is None:
        return False
    if match["of"]:
        return int(match["page"]) == page or int(match["of"]) == pages
    is_alone = not text[: match.start()].strip(" -–—")
    return is_alone and (match["word"] is not None or int(match["page"]) == page)
