"""What the report's fonts can print and how wide it is: enough to know how high a card will be.

`fonts/glyphs.txt` is made with the fonts (tools/make_fonts.py): on each line a first code point, then the advance
widths of it and those after it in thousandths of the font's size.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FONT_FOLDER = Path(__file__).parents[1] / "fonts"
UNKNOWN_WIDTH = 1000
# The semi-bold weight is wider by so much at most; kerning and rounding stay within the reserve of a line.
SEMIBOLD = 1.08
RESERVE = 0.98


@cache
def glyph_widths() -> dict[str, int]:
    """Give the advance width of every character that can be printed."""
    widths = {}
    for line in (FONT_FOLDER / "glyphs.txt").read_text(encoding="ascii").splitlines():
        first, *advances = line.split()
        widths.update({chr(int(first, 16) + i): int(advance) for i, advance in enumerate(advances)})
    return widths


def width_of(text: str) -> int:
    """Give the width of a text in thousandths of its size."""
    known = glyph_widths()
    return sum(known.get(char, UNKNOWN_WIDTH) for char in text)


def lines_of(text: str, column: float, size: float) -> int:
    """Tell how many lines a text takes in a column (points) at a size, never too few.

    It breaks at spaces, those of no width too; breaks after a hyphen are not counted on.
    """
    room = column * RESERVE * 1000 / size
    if len(text) * 180 < room and width_of(text) <= room:
        return 1
    known = glyph_widths().get
    space = known(" ", UNKNOWN_WIDTH)
    lines, used = 1, 0.0
    for word in text.replace("\u200b", " ").split(" "):
        width = sum([known(char, UNKNOWN_WIDTH) for char in word])
        if used + width > room:
            lines += 1 + int(width // room)
            used = 0.0
        used += width + space
    return lines
