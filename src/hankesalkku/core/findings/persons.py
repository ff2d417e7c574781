"""Persons named in text: a common given name and a capitalised word after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.findings.free_text import Sighting
from hankesalkku.core.reference.given_names import GIVEN_NAMES

MASK = "*** ***"

_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüß]+"
_NAME = re.compile(
    rf"(?<![\w-])({_WORD})(?:-{_WORD})?(?:\s(?:{_WORD}|[A-ZÅÄÖ]\.?))??\s({_WORD}(?:-{_WORD})?)(?![\w-])"
)
_NAMESAKE_AFTER = re.compile(
    r"\s?-[a-zåäö]|\s(?:(?:oy|oyj|ab|ry|rf)\b|säätiö|rahasto|apuraha|stipendi|palkin|koulu|päiväko|lukio|opisto|katu|kadu"
    r"|tie\b|puisto|museo|kirjasto|seura|sali|muisto|stiftelse|fond|skola|gata|pris)",
    re.I,
)
"""What follows where a name is that of a foundation, a school, a street."""
_NOT_A_SURNAME = re.compile(r"(?:Oy|Oyj|Ab|Ry|Rf|Ltd)$|.*(?:koulu|katu|tie|puisto|hanke|palvelut|kirkko)")


def persons(text: str) -> Iterator[tuple[Sighting, str]]:
    """Find named persons; each with the name as written, which no finding may repeat."""
    for match in _NAME.finditer(text):
        given, surname = match[1], match[2]
        if given not in GIVEN_NAMES or surname in GIVEN_NAMES or _NOT_A_SURNAME.match(surname):
            continue
        if not _NAMESAKE_AFTER.match(text, match.end()):
            yield Sighting(*match.span()), match.group()


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
