"""Bytes to text for the formats that do not name their encoding (plain text, CSV)."""

from __future__ import annotations

from hankesalkku.ingest.refusal import CannotRead, Reason

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27}


def decode(content: bytes) -> str:
    """Decode by byte order mark, else as UTF-8, else as Windows-1252 with U+FFFD for its five unused bytes.

    >>> decode("Määräaika".encode("cp1252"))
    'Määräaika'

    Raises:
        CannotRead: BROKEN, a file that announces UTF-16 and is not.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _marked(content: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return content.decode(encoding, errors="replace")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise CannotRead(Reason.BROKEN, detail=f"{encoding}: {error.reason}") from None


def is_text(content: bytes) -> bool:
    """Tell whether bytes look like text: a byte order mark, or no NUL and hardly a control character."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return len(content) % 2 == 0
    sample = content[:65536]
    return b"\0" not in content and sum(byte in _CONTROLS for byte in sample) * 100 <= len(sample)
