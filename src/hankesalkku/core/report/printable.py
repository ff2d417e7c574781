"""What a file may hold of a text: characters that XML 1.0 and UTF-8 know, addresses that may be links.

Source: XML 1.0 (fifth edition), section 2.2.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

REPLACEMENT = "\ufffd"
_LINKED_SCHEMES = ("http", "https", "mailto")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    r"""Put a visible mark in place of each character that a file cannot hold; line ends become `\n`.

    >>> printable("a\x00b\r\nc")
    'a�b\nc'
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub(REPLACEMENT, text)


def is_linkable(url: str) -> bool:
    """Tell whether an address may become a link: one of the web or of mail.

    >>> is_linkable("https://mallila.example/"), is_linkable("javascript:alert(1)")
    (True, False)
    """
    try:
        return urlsplit(url).scheme.lower() in _LINKED_SCHEMES
    except ValueError:
        return False
