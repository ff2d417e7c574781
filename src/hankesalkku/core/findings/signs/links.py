"""Web addresses: which of them may be shown as a link."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

_SAFE_SCHEMES = frozenset({"http", "https"})
_WRITTEN = re.compile(
    r"(?:javascript|vbscript|data|file|ftps?|smb|https?):(?=[\w/\\])[^\s<>\"”]+|\\\\[\w.-]+\\[^\s<>\"”]+",
    re.I,
)
_SHOWN_AT_MOST = 80


def written_links(text: str) -> Iterator[str]:
    """Give the addresses written out in a text, safe and unsafe ones."""
    for match in _WRITTEN.finditer(text):
        yield match.group().rstrip(".,;)")


def is_unsafe(url: str) -> bool:
    """Tell whether an address must not become a link.

    Another scheme than http and https, user information, control characters and file shares are unsafe. A plain
    `mailto:` is left to the rule on e-mail addresses; a bookmark (`#…`) or a bare `www.` name leads nowhere else.
    """
    if any(unicodedata.category(char) in {"Cc", "Cf"} for char in url) or url.startswith(("\\\\", "//")):
        return True
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return True
    if parts.scheme == "mailto":
        return "?" in url
    if not parts.scheme:
        return False
    return parts.scheme not in _SAFE_SCHEMES or "@" in parts.netloc or not parts.netloc


def shown(url: str) -> str:
    """Give an address as a message may quote it: no control characters, no user information, cut to 80 characters."""
    visible = "".join(char for char in url if unicodedata.category(char) not in {"Cc", "Cf"})
    masked = re.sub(r"(?<=//)[^/@\s]*@", "***@", visible)
    if masked.casefold().startswith("mailto:"):
        masked = "mailto:***"
    return masked if len(masked) <= _SHOWN_AT_MOST else masked[: _SHOWN_AT_MOST - 1] + "…"
