"""A file's name as it may leave the house: no folders, no control signs, an ending that tells the truth (H13)."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

ENDINGS: dict[str, str] = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/json": ".json",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "image/png": ".png",
    "application/octet-stream": ".bin",
}
"""The media types that files are kept and served as, and the ending of each."""

SAME_KIND: dict[str, tuple[str, ...]] = {
    ".csv": (".csv", ".tsv", ".tab"),
    ".txt": (".txt", ".text", ".md", ".asc"),
    ".xls": (".xls", ".xlsb"),
    ".xlsx": (".xlsx", ".xlsm", ".xltx"),
    ".docx": (".docx", ".docm", ".dotx"),
    ".odt": (".odt", ".ott"),
    ".ods": (".ods", ".ots"),
    ".bin": (),
}
LONGEST = 120
FALLBACK = "tiedosto"

_FORBIDDEN = re.compile(r'[<>:"|?*%;\\/]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def safe_name(name: str, media_type: str) -> str:
    r"""Make a name of a file that any system takes and no browser misreads; its ending is that of the media type.

    >>> safe_name("..\\..\\C:\\raportti.pdf", "application/pdf"), safe_name("raportti.pdf.exe", "application/pdf")
    ('raportti.pdf', 'raportti.pdf.exe.pdf')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(letter for letter in unicodedata.normalize("NFC", last) if _is_plain(letter))
    clean = " ".join(_FORBIDDEN.sub("_", plain).split()).strip(" .")
    ending = ENDINGS.get(media_type, ".bin")
    stem, own = _split(clean, ending)
    stem = stem[: LONGEST - len(own)].strip(" .") or FALLBACK
    if _DEVICES.fullmatch(stem) or stem.startswith(("-", "~", "=", "+", "@")):
        stem = f"_{stem}"
    return stem + own


def _split(name: str, ending: str) -> tuple[str, str]:
    """Part a name from its ending, if that is one of the type's; else the type's own ending comes behind it."""
    for known in (ending, *SAME_KIND.get(ending, ())):
        if name.casefold().endswith(known):
            return name[: -len(known)], name[-len(known) :].casefold()
    return ("", ending) if f".{name.casefold()}" == ending else (name, ending)


def _is_plain(letter: str) -> bool:
    """Tell whether a letter is neither a control sign, a mark that turns text round, half a pair nor of no meaning."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
