"""What a PDF says of itself: metadata, language, and the card document that our own PDFs carry.

Source: PDF 32000-1, 14.3.3 (document information), 14.9.2 (language), 7.9.4 (dates), 7.11.4 (embedded files).
"""

from __future__ import annotations

import ctypes
import re

from pypdfium2 import PdfDocument, PdfiumError, raw

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import Properties

_CARDS_NAME = "cards.json"
_SCHEMA = b'"hankesalkku.cards/'
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_MOST_ATTACHMENTS = 100
_LONGEST_TAG = 200


def properties(document: PdfDocument) -> Properties:
    """Read title, author, day of making, language and the program; None for what is not said."""
    return Properties(
        title=_metadata(document, "Title"),
        author=_metadata(document, "Author"),
        created=pdf_date(_metadata(document, "CreationDate") or ""),
        language=_language(document),
        generator=_metadata(document, "Producer") or _metadata(document, "Creator"),
    )


def _metadata(document: PdfDocument, key: str) -> str | None:
    """Give an entry of the document information, None where it is empty."""
    return str(document.get_metadata_value(key)).strip("\x00 \t\r\n") or None


def pdf_date(text: str) -> PartialDate | None:
    """Read a date of a PDF as precisely as it is written; None if it is none.

    >>> pdf_date("D:20230412101500+03'00'").iso, pdf_date("D:2023").iso, pdf_date("12.4.2023")
    ('2023-04-12', '2023', None)
    """
    match = _DATE.match(text)
    if match is None:
        return None
    try:
        return PartialDate(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
    except ValueError:
        return None


def _language(document: PdfDocument) -> str | None:
    """Give the language of the catalogue."""
    buffer = (ctypes.c_ushort * _LONGEST_TAG)()
    length = raw.FPDFCatalog_GetLanguage(document, buffer, ctypes.sizeof(buffer))
    if not 2 < length <= ctypes.sizeof(buffer):
        return None
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace").strip("\x00 ") or None


def embedded_cards(document: PdfDocument, most_bytes: int) -> bytes | None:
    """Give the attached card document: the file `cards.json`, else one that names our schema; None without one.

    A file of more than `most_bytes` is not looked at.
    """
    found: bytes | None = None
    for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
        name, content = _attachment(document, number, most_bytes)
        if content and name == _CARDS_NAME:
            return content
        if found is None and content and _SCHEMA in content:
            found = content
    return found


def _attachment(document: PdfDocument, number: int, most_bytes: int) -> tuple[str, bytes]:
    """Read one attachment: its name, and its content, empty where it is broken or too large."""
    try:
        attachment = document.get_attachment(number)
        length = ctypes.c_ulong(0)
        has_file = raw.FPDFAttachment_GetFile(attachment, None, 0, length)
        content = bytes(attachment.get_data()) if has_file and 0 < length.value <= most_bytes else b""
        return str(attachment.get_name()), content
    except PdfiumError:
        return "", b""
