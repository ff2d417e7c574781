"""What Word and OpenDocument share as zipped XML: escaped text, addresses of links, members without a clock."""

from __future__ import annotations

import zipfile

from hankesalkku.core.report.printable import is_linkable, printable

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNSAFE_IN_ADDRESS = {char: f"%{ord(char):02X}" for char in ' "<>\\^`{|}'}


def escape(text: str) -> str:
    """Escape a text for an element or a quoted attribute; what XML cannot hold becomes a visible mark."""
    text = printable(text)
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


def address(url: str) -> str | None:
    """Give a link's target as a document may hold it, None where it is no address of the web or of mail."""
    if not is_linkable(url):
        return None
    return "".join(_UNSAFE_IN_ADDRESS.get(char, char) for char in printable(url).strip())


def add_member(archive: zipfile.ZipFile, name: str, content: bytes, *, is_packed: bool = True) -> None:
    """Add a member under one fixed time, so that the same report gives the same bytes."""
    entry = zipfile.ZipInfo(name, ZIP_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    archive.writestr(entry, content)
