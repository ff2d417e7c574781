"""Characters that Word stores by font and code (`w:sym`): the ones that carry meaning in a report.

Source: the code charts of Symbol, Wingdings and Wingdings 2; an unknown one stays the private character that it is.
"""

from __future__ import annotations

_PRIVATE_START = 0xF000
_PRIVATE_END = 0xF0FF

_SYMBOL = {0xA0: "€", 0xA3: "≤", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xAE: "→", 0x2D: "−", 0xB0: "°"}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x71: "☐",
    0x72: "☐",
    0x78: "☒",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(font: str, code: str) -> str:
    """Give the character of a font's hexadecimal code; "" where the code is none.

    >>> symbol("Wingdings", "F0FC")
    '✓'
    """
    try:
        number = int(code, 16)
        char = chr(number)
    except (ValueError, OverflowError):
        return ""
    own = number - _PRIVATE_START if _PRIVATE_START <= number <= _PRIVATE_END else number
    return _FONTS.get(font.casefold(), {}).get(own, char)
