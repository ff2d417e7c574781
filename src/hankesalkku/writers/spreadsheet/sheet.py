"""A sheet whose rows are as high as their texts, and grow again when somebody types into them."""

from __future__ import annotations

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

LINE_POINTS = 15.0
FILL = 1.05  # characters of running text per unit of width
MOST_POINTS = 405.0
"""Excel's rows end at 409 points."""


class GrowingSheet(Worksheet):  # type: ignore[misc]
    """A sheet that states the heights of its rows without fixing them, as Excel itself does after fitting a row.

    XlsxWriter marks each height as set by hand, whereupon Excel clips what is typed in later.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[tuple[str, object]] = ()) -> None:
        if tag == "row":
            attributes = [(name, value) for name, value in attributes if name != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


def row_points(cells: Iterable[tuple[str, int]]) -> float:
    """Estimate the height that texts need in columns of given widths (in characters)."""
    lines = (sum(1 + int(len(line) / (width * FILL)) for line in text.split("\n")) for text, width in cells)
    return min(MOST_POINTS, LINE_POINTS * max(lines, default=1))
