"""Responsible persons (*vastuuhenkilö*) of a project. Source: card row 4; finding several-responsible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.core.values.people_words import is_role, role_length
from hankesalkku.core.values.reading import Reading, RemarkCode
from hankesalkku.core.values.scanner import Span, remark_at, trim

_SEPARATOR = re.compile(r"[/,;&|\n\r•]|(?<=\s)(?:ja|sekä|och|samt|and|[-–—])(?=\s)")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]?")
_EDGES = " \u00a0\t.,;:/&|•–—-"
_NOT_A_NAME = re.compile(r"[0-9@]")
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class _People:
    """Names found so far and the spans left over."""

    text: str
    names: list[str]
    spare: list[Span]

    def leave(self, start: int, end: int) -> None:
        """Leave a span over."""
        if start < end:
            self.spare.append(Span(start, end))


def read_people(text: str) -> Reading[tuple[str, ...]]:
    """Read the names of a row in the order written; titles, roles, numbers and addresses are left over.

    A title alone stays as the entry. "Mallikas, Maija" is two entries: nothing is guessed.

    >>> read_people("rehtori Maija Mallikas / Matti Malli").value
    ('Maija Mallikas', 'Matti Malli')
    """
    people = _People(text, [], [])
    for sign, entry in _entries(text):
        _entry(people, sign, entry)
    spare = sorted(people.spare)
    remarks = tuple(remark_at(RemarkCode.LEFT_OVER, text, span.start, span.end) for span in spare)
    return Reading(tuple(people.names) or None, text, remarks)


def _entries(text: str) -> Iterator[tuple[str, Span]]:
    """Give each entry with the separator before it, brackets not cut."""
    asides = [Span(found.start(), found.end()) for found in _BRACKET.finditer(text)]
    start, sign, aside = 0, "", 0
    for cut in _SEPARATOR.finditer(text):
        while aside < len(asides) and asides[aside].end <= cut.start():
            aside += 1
        if aside < len(asides) and asides[aside].covers(cut.start()):
            continue
        yield sign, Span(start, cut.start())
        start, sign = cut.end(), cut.group()
    yield sign, Span(start, len(text))


def _entry(people: _People, sign: str, entry: Span) -> None:
    """Take the name out of an entry and leave the rest over."""
    text = people.text
    bracket = _BRACKET.search(text, entry.start, entry.end)
    if bracket:
        people.leave(*trim(text, bracket.start(), bracket.end(), edges=" "))
        _entry(people, sign, Span(entry.start, bracket.start()))
        start, end = trim(text, bracket.end(), entry.end, edges=_EDGES)
        people.leave(start, end)
        return
    start, end = trim(text, entry.start, entry.end, edges=_EDGES)
    words = [Span(start + word.start(), start + word.end()) for word in _WORD.finditer(text[start:end])]
    if not words:
        return
    if _NOT_A_NAME.search(text, start, end) or (sign == "," and people.names and is_role(text[start:end])):
        people.leave(start, end)
        return
    titles = role_length([text[word.start : word.end] for word in words])
    if titles:
        people.leave(*trim(text, start, words[titles - 1].end, edges=_EDGES))
        start = words[titles].start
    people.names.append(text[start:end])
