"""Finnish personal identity codes (*henkilötunnus*) in text.

Source: Government decree 128/2010, sections 2–4, with the separators added from 1 January 2023 by amendment 690/2022:
`+` for the 1800s, `-` and Y X W V U for the 1900s, A B C D E F for the 2000s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hankesalkku.core.findings.signs.free_text import Sighting

MASK = "******-****"

_CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2212-"
_CENTURIES = {"+": 1800} | dict.fromkeys("YXWVU" + _DASHES, 1900) | dict.fromkeys("ABCDEF", 2000)

_CODE = re.compile(
    rf"(?<![0-9A-Za-zÅÄÖåäö])(\d\d)(\d\d)(\d\d)(?:\s?([+{_DASHES}])\s?|([A-FU-Y]))(\d{{3}})([0-9A-Y])(?![0-9A-Za-zÅÄÖåäö])",
    re.I,
)
_JOINED = re.compile(r"(?<![0-9A-Za-z])(\d\d)(\d\d)(\d\d)(\d{3})([A-Y])(?![0-9A-Za-z])", re.I)
"""A code whose sign was taken for a line-end hyphen."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def check_character(nine_digits: str) -> str:
    """Compute the last character: the remainder of the nine digits by 31 chooses it.

    >>> check_character("131052308")
    'T'
    """
    return _CHECK_CHARACTERS[int(nine_digits) % 31]


def identity_codes(text: str) -> Iterator[Sighting]:
    """Find personal identity codes; a valid day with a wrong check character is not certain.

    Six digits, a dash and a year (`010203-2023`) are a case number unless the check character is right.
    """
    for match in _CODE.finditer(text):
        day, month, year, dash, letter, serial, last = match.groups()
        if not _is_day(int(day), int(month), _CENTURIES[dash or letter.upper()] + int(year)):
            continue
        is_right = check_character(day + month + year + serial) == last.upper()
        if is_right or not (dash and _YEAR.fullmatch(serial + last)):
            yield Sighting(*match.span(), is_certain=is_right)
    for match in _JOINED.finditer(text):
        day, month, year, serial, last = match.groups()
        is_right = check_character(day + month + year + serial) == last.upper()
        if is_right and _is_day(int(day), int(month), 1900 + int(year)):
            yield Sighting(*match.span(), is_certain=False)


def _is_day(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
