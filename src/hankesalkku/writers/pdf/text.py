"""Text that the report's fonts can print, so that any input can be written.

The typesetter refuses a whole document for one glyph that its fonts lack. What they lack is printed as an empty square,
and the report says at its end which characters the squares stand for; the attached card document has them unaltered.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from hankesalkku.writers.pdf.metrics import glyph_widths

MARK = "□"
# A word longer than a column is broken after a stroke or hyphen, else after so many characters.
LONG_WORD = re.compile(r"\S{29,}")
_BREAKABLE = re.compile(r"[^/_.,;:@=&?-]{0,27}[/_.,;:@=&?-]+|.{1,28}", re.DOTALL)
ZERO_WIDTH_SPACE = "\u200b"


class Printable:
    """Makes texts printable and remembers in `missing` the characters that had to be replaced."""

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def __call__(self, text: str) -> str:
        """Compose letters with their marks, replace what no font has, and let very long words break.

        White space is folded to spaces that may or may not break; characters without a shape of their own are left out.
        """
        if not text.isascii() or not text.isprintable():
            text = _unprintable().sub(self._substitute, unicodedata.normalize("NFC", text))
        return LONG_WORD.sub(_breakable, text) if len(text) > 28 else text

    def _substitute(self, match: re.Match[str]) -> str:
        """Give a space for white space, nothing for the shapeless, else the mark."""
        char = match[0]
        if char.isspace():
            return " "
        if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} or "\ufe00" <= char <= "\ufe0f":
            return ""
        self.missing.add(char)
        return MARK

    def described(self) -> str:
        """List the code points of what was replaced: `U+1F600, U+0645`, the first twenty of them."""
        points = sorted(self.missing)
        return ", ".join(f"U+{ord(char):04X}" for char in points[:20]) + (" …" if len(points) > 20 else "")


def _breakable(match: re.Match[str]) -> str:
    """Put places of a possible break into a long word."""
    return ZERO_WIDTH_SPACE.join(_BREAKABLE.findall(match[0]))


@cache
def _unprintable() -> re.Pattern[str]:
    """Compile the class of characters outside the fonts; invisible format characters count as outside."""
    kept = "".join(re.escape(char) for char in glyph_widths())
    return re.compile(f"[^{kept}]|[\u200b-\u200f\u2028-\u202e\u2060-\u206f]")
