"""Where a piece of text stands in its source."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of the source's text stream, with its page and line where the format has them.

    `start` and `end` count characters of `SourceDocument.text` from 0, end exclusive; `page` and `line` count
    from 1, the line within its page. `box` is (left, top, right, bottom) in points from the page's upper left corner.
    """

    page: int | None
    line: int | None
    start: int
    end: int
    box: Box | None = None
