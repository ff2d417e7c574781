"""Persons named in text: a common given name and a capitalised word after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.findings.signs.free_text import Sighting
from hankesalkku.core.reference.given_names import GIVEN_NAMES

MASK = "*** ***"

_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüß]+"
_GIVEN = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(GIVEN_NAMES))})(?:-{_WORD})?(?![\w-])")
_SURNAME = re.compile(rf"(?:\s[A-ZÅÄÖ]\.?)?\s({_WORD}(?:-{_WORD})?)(?![\w-])")
_NAMESAKE_AFTER = re.compile(
    r"\s?-[a-zåäö]|\s(?:(?:oy|oyj|ab|ry|rf)\b|säätiö|rahasto|apuraha|stipendi|palkin|koulu|päiväko|lukio|opisto|katu|kadu"
    r"|tie\b|puisto|museo|kirjasto|seura|sali|muisto|stiftelse|fond|skola|gata|pris)",
    re.I,
)
"""What follows where a name is that of a foundation, a school, a street."""
_NOT_A_SURNAME = re.compile(r"(?:Oy|Oyj|Ab|Ry|Rf|Ltd)$|.*(?:koulu|katu|tie|puisto|hanke|palvelut|kirkko)$")


def persons(text: str) -> Iterator[tuple[Sighting, str]]:
    """Find named persons; each with the name as written, which no finding may repeat."""
    for given in _GIVEN.finditer(text):
        surname = _SURNAME.match(text, given.end())
        if surname is None or surname[1] in GIVEN_NAMES or _NOT_A_SURNAME.match(surname[1]):
            continue
        if not _NAMESAKE_AFTER.match(text, surname.end()):
            yield Sighting(given.start(), surname.end()), text[given.start() : surname.end()]


def is_one_of(name: str, known: frozenset[str]) -> bool:
    """Tell whether a name in text, perhaps inflected, is one of the known ones.

    >>> is_one_of("Matti Mallilaisen", frozenset({"Matti Mallilainen"}))
    True
    """
    return any(_is_same(name.casefold().split(), person.casefold().split()) for person in known)


def _is_same(written: list[str], person: list[str]) -> bool:
    """Compare given name and the stem of the surname; Finnish inflects only the end."""
    if len(person) < 2 or written[0] != person[0]:
        return False
    stem = person[-1][: max(3, len(person[-1]) - 3)]
    return written[-1].startswith(stem)
