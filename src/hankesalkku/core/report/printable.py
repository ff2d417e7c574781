"""Characters that no file form can hold: XML 1.0 forbids them, UTF-8 has none for half a surrogate pair.

Source: XML 1.0 (fifth edition), section 2.2.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    r"""Put a visible mark in place of each character that a file cannot hold; line ends become `\n`.

    >>> printable("a\x00b\r\nc")
    'a�b\nc'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub(REPLACEMENT, text)
