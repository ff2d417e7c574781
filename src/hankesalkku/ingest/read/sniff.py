"""What format a file is, told from its content; the ending of its name is a hint between formats that look alike.

Only names in a zip's directory are looked at, nothing is inflated but OpenDocument's `mimetype`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum
from pathlib import PurePath

from hankesalkku.ingest.limits import DEFAULT_LIMITS, Limits
from hankesalkku.ingest.read.archive import OLE_MAGIC, ZIP_MAGIC, Archive, is_encrypted_office
from hankesalkku.ingest.read.decoding import decode, is_text
from hankesalkku.ingest.refusal import CannotRead, Reason


class Format(StrEnum):
    """The formats that are read; each names its reader."""

    TEXT = "text"
    OWN_TEXT = "own_text"
    """Plain text in the form that our own writer gives it."""
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"
    ODT = "odt"
    ODS = "ods"
    XLSX = "xlsx"
    XLS = "xls"
    PDF = "pdf"


_EMPTY_ZIP = b"PK\x05\x06"
_PDF_MARK = b"%PDF-"
_PDF_MARK_WITHIN = 1_024
_OPEN_TYPES = {
    "application/vnd.oasis.opendocument.text": Format.ODT,
    "application/vnd.oasis.opendocument.text-template": Format.ODT,
    "application/vnd.oasis.opendocument.spreadsheet": Format.ODS,
    "application/vnd.oasis.opendocument.spreadsheet-template": Format.ODS,
}
_TABLE_ENDINGS = frozenset((".csv", ".tsv", ".tab"))
_TEXT_ENDINGS = frozenset((".txt", ".text", ".md", ".asc"))
_MARKUP = re.compile(r"\s*<(?:!doctype|\?xml|html|head|body|svg)\b", re.IGNORECASE)
_JSON_START = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_JSON_END = re.compile(r"[\]}]\s*\Z")
_SAMPLE_LINES = 20
_OWN_FORM = re.compile(r".*: hankesalkku\.text/1 \([a-z]{2}\)\s*")
_OWN_FORM_WITHIN = 8_192
_SAMPLE_LENGTH = 20_000
_MIMETYPE_LENGTH = 200


def sniff(content: bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Format:
    """Tell the format of a file; `name` is what it is called, its ending a hint only.

    >>> sniff(b"%PDF-1.7 ...", "raportti.txt").value
    'pdf'

    Raises:
        CannotRead: EMPTY, OLD_WORD, ENCRYPTED, UNKNOWN_FORMAT; for a zip what `Archive` says of it.
    """
    if not content.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xfe\xff"):
        raise CannotRead(Reason.EMPTY)
    if _PDF_MARK in content[:_PDF_MARK_WITHIN]:
        return Format.PDF
    if content.startswith((ZIP_MAGIC, _EMPTY_ZIP)):
        return _sniff_zip(Archive(content, limits))
    if content.startswith(OLE_MAGIC):
        return _sniff_ole(content)
    if content.startswith(b"{\\rtf"):
        raise CannotRead(Reason.OLD_WORD)
    if not is_text(content):
        raise CannotRead(Reason.UNKNOWN_FORMAT)
    return _sniff_text(decode(content), PurePath(name).suffix.casefold())


def _sniff_zip(archive: Archive) -> Format:
    if "mimetype" in archive and archive.size("mimetype") <= _MIMETYPE_LENGTH:
        kind = _OPEN_TYPES.get(archive.read("mimetype").decode("ascii", errors="replace").strip())
        if kind is not None:
            return kind
    names = [name.casefold() for name in archive.names]
    for folder, kind in (("word/", Format.DOCX), ("xl/", Format.XLSX)):
        if any(name.startswith(folder) for name in names):
            return Format.XLS if "xl/workbook.bin" in names else kind
    raise CannotRead(Reason.UNKNOWN_FORMAT)


def _sniff_ole(content: bytes) -> Format:
    """Tell what an OLE container holds, by the names of its streams."""
    if is_encrypted_office(content):
        raise CannotRead(Reason.ENCRYPTED)
    if _has_stream(content, "WordDocument"):
        raise CannotRead(Reason.OLD_WORD)
    if _has_stream(content, "Workbook") or _has_stream(content, "Book"):
        return Format.XLS
    raise CannotRead(Reason.UNKNOWN_FORMAT)


def _has_stream(content: bytes, name: str) -> bool:
    """Tell whether a directory entry has this name. Source: [MS-CFB] 2.6.1 (UTF-16, ended by a zero)."""
    return f"{name}\0".encode("utf-16-le") in content


def _sniff_text(text: str, ending: str) -> Format:
    if _is_own_text(text):
        return Format.OWN_TEXT
    if _MARKUP.match(text):
        raise CannotRead(Reason.UNKNOWN_FORMAT)
    if _JSON_START.match(text) and _JSON_END.search(text[-1_000:]):
        return Format.JSON
    if ending == ".json":
        return Format.JSON
    if ending in _TABLE_ENDINGS or (ending not in _TEXT_ENDINGS and _is_table(text)):
        return Format.CSV
    return Format.TEXT


def _is_own_text(text: str) -> bool:
    """Tell whether a text is of our own form, by the line among its first ones that names it."""
    return any(_OWN_FORM.fullmatch(line) for line in text[:_OWN_FORM_WITHIN].splitlines())


def _is_table(text: str) -> bool:
    """Tell whether the first lines all part into the same number of fields at semicolons or tabs."""
    lines = [line for line in text[:_SAMPLE_LENGTH].splitlines()[:_SAMPLE_LINES] if line.strip()]
    return len(lines) > 1 and any(_agree([line.count(sign) for line in lines]) for sign in ";\t")


def _agree(counts: Collection[int]) -> bool:
    return len(set(counts)) == 1 and 0 not in counts
