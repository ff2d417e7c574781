"""Running headers, footers and page numbers: lines at the edge of pages that come again, or that only count pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from hankesalkku.ingest.document import BlockKind
from hankesalkku.ingest.read.pdf_lines import Line

_PAGE_NUMBER = re.compile(
    r"(?:^|\s)(?:(?P<word>sivu|sida|page|s\.)\s*)?(?P<page>\d{1,4})(?:\s*(?:/|\(|of|av)\s*(?P<of>\d{1,4})\s*\)?)?\W*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_ZONE = 0.18
_MOST_LINES = 4
_APART = 1.6
"""Furniture stands apart from the text by more than so many font sizes, baseline to baseline."""


class Edge(NamedTuple):
    """Lines at the upper or lower edge of a page from the edge inwards, each with its distance to the next line.

    Lines nearer to the next than `apart` (in font sizes) belong to it.
    """

    kind: BlockKind
    lines: list[tuple[Line, float]]
    apart: float
    page: int
    pages: int


def page_edges(
    lines: Sequence[Line], height: float, text: tuple[float, float], page: int, pages: int
) -> tuple[Edge, Edge]:
    """Take the outermost of a page's lines; `text` are the upper and lower end of what stands in ruled tables."""
    top = [line for line in lines if line.baseline < min(_ZONE * height, text[0])]
    bottom = [line for line in lines if line.baseline > max((1 - _ZONE) * height, text[1])][::-1]
    inner = [line.baseline for line in lines[len(top) : len(lines) - len(bottom)]]
    apart = _usual_distance(lines)
    return (
        Edge(BlockKind.HEADER, _with_distances(top, min([*inner, text[0]])), apart, page, pages),
        Edge(BlockKind.FOOTER, _with_distances(bottom, max([*inner, text[1]])), apart, page, pages),
    )


def _usual_distance(lines: Sequence[Line]) -> float:
    """Give what stands apart on this page, in font sizes: clearly more than lines usually do."""
    if len(lines) < 6:
        return _APART
    distances = sorted(
        (below.baseline - above.baseline) / below.size for above, below in itertools.pairwise(lines)
    )
    return max(_APART, 1.4 * distances[len(distances) // 2])


def _with_distances(lines: list[Line], inner: float) -> list[tuple[Line, float]]:
    """Pair each line with its distance to the next one inwards, the last with that to the text."""
    heights = [*(line.baseline for line in lines[1:]), inner]
    return [(line, abs(height - line.baseline)) for line, height in zip(lines, heights, strict=False)][
        :_MOST_LINES
    ]


def recurring(pages: Sequence[tuple[Edge, Edge]]) -> Counter[tuple[BlockKind, str, int]]:
    """Count on how many pages a line stands at an edge with the same text, digits apart, at the same height."""
    counts: Counter[tuple[BlockKind, str, int]] = Counter()
    for edges in pages:
        counts.update({key for edge in edges for line, _ in edge.lines for key in _keys(edge.kind, line)})
    return counts


def _keys(kind: BlockKind, line: Line) -> list[tuple[BlockKind, str, int]]:
    """Give the marks by which a line is known again; two heights, so that rounding parts no neighbours."""
    text = _DIGITS.sub("#", line.text)
    height = int(line.baseline // 2)
    return [(kind, text, height), (kind, text, height + 1)]


def furniture(edge: Edge, counts: Counter[tuple[BlockKind, str, int]]) -> list[Line]:
    """Choose the lines of an edge that are running headers or footers: the outermost ones up to the last gap."""
    chosen: list[Line] = []
    waiting: list[Line] = []
    for line, distance in edge.lines:
        comes_again = any(counts[key] > 1 for key in _keys(edge.kind, line))
        if not (comes_again or _is_page_number(line.text, edge.page, edge.pages)):
            break
        waiting.append(line)
        if distance > edge.apart * line.size:
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
