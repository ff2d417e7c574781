"""Compares a report as read with its truth, and counts: cards, fields, values, links, coverage, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hankesalkku.cli.examination import own_date
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange import Json, document_to_dict
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Scope
from hankesalkku.core.findings.run import catalogue, run

NOT_JUDGED = frozenset({"fields", "other_information", "progress_percent"})
HEADING = ("title", "division", "note", "language")
TEXT_ONLY = frozenset({"label-split-by-page-break"})
"""Rules about what only the text form of a report has."""

Firing = tuple[str, str, tuple[int, ...]]
"""A finding as it is judged: rule, severity, cards."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many right of so many."""

    right: int
    all: int

    @classmethod
    def of(cls, verdicts: Iterable[bool]) -> Tally:
        """Count verdicts."""
        given = list(verdicts)
        return cls(sum(given), len(given))

    @property
    def is_full(self) -> bool:
        """Tell whether all are right."""
        return self.right == self.all

    def __str__(self) -> str:
        return f"{self.right} / {self.all}"


@dataclass(frozen=True, slots=True)
class Score:
    """How much of one file was read right. `missing` and `extra` name findings, None where none are known."""

    name: str
    cards: Tally
    fields: Tally
    values: Tally
    links: Tally
    characters: Tally
    missing: tuple[str, ...] | None
    extra: tuple[str, ...] | None

    @property
    def is_full(self) -> bool:
        """Tell whether everything is right and no finding is missing or too much."""
        tallies = (self.cards, self.fields, self.values, self.links, self.characters)
        return all(tally.is_full for tally in tallies) and not self.missing and not self.extra


def score(name: str, document: CardDocument, truth: Json, expected: Iterable[Json] | None) -> Score:
    """Judge a document by its truth (a card document, `{"any_of": […]}` where several are right) and its findings."""
    read = document_to_dict(document)
    pairs = list(zip(read["cards"], truth["cards"], strict=False))
    differing = None if expected is None else _differing(document, expected)
    return Score(
        name,
        Tally(len(read["cards"]), len(truth["cards"])),
        Tally.of(verdict for card, true in pairs for verdict in _fields(card, true)),
        Tally.of([*_heading(read, truth), *(verdict for pair in pairs for verdict in _values(*pair))]),
        Tally.of(_links(document, truth)),
        _characters(document),
        None if differing is None else differing[0],
        None if differing is None else differing[1],
    )


def _fields(card: Json, true: Json) -> Iterator[bool]:
    """Judge the rows one by one, by place: key, label and text letter by letter; a row too many is one wrong."""
    rows, wanted = card["fields"], true.get("fields")
    if wanted is None:
        return
    for index in range(max(len(rows), len(wanted))):
        yield index < len(rows) and index < len(wanted) and equals(rows[index], wanted[index])


def _heading(read: Json, truth: Json) -> Iterator[bool]:
    return (equals(read[key], truth[key]) for key in HEADING if key in truth)


def _values(card: Json, true: Json) -> Iterator[bool]:
    return (equals(card.get(key), value) for key, value in true.items() if key not in NOT_JUDGED)


def _links(document: CardDocument, truth: Json) -> Iterator[bool]:
    """Judge the links of the cases: the address tied to its card, and to no other."""
    tied = {(link.url, link.card) for link in document.links}
    for index, card in enumerate(truth["cards"]):
        if card.get("case_url"):
            yield {number for url, number in tied if url == card["case_url"]} == {index}


def _characters(document: CardDocument) -> Tally:
    """Count the visible characters that found a place where they were read."""
    coverage = document.coverage
    if coverage is None:
        return Tally(0, 1)
    unread = sum(len("".join(piece.text.split())) for piece in document.unread)
    return Tally(coverage.placed - unread, coverage.characters)


def _differing(document: CardDocument, expected: Iterable[Json]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the findings that are missing and those that nobody expected."""
    found = {(f.rule, f.severity.value, f.cards) for f in run(Context(document, own_date(document))).findings}
    wanted = {firing for told in expected for firing in _firings(told)}
    if document.source is None or document.source.format != "text":
        wanted = {firing for firing in wanted if firing[0] not in TEXT_ONLY}
    return tuple(map(_named, sorted(wanted - found))), tuple(map(_named, sorted(found - wanted)))


def _firings(told: Json) -> Iterator[Firing]:
    """Part a line into the findings it stands for: one a card where the rule is about one card."""
    rule, severity, cards = told["rule"], told["severity"], tuple(told["cards"])
    if catalogue()[rule].scope is Scope.CARD:
        yield from ((rule, severity, (card,)) for card in cards)
    else:
        yield rule, severity, cards


def _named(firing: Firing) -> str:
    rule, severity, cards = firing
    return f"{severity} {rule} {', '.join(str(card + 1) for card in cards)}".strip()


def equals(read: Any, true: Any) -> bool:  # noqa: ANN401 - JSON
    """Tell whether a value is the true one; `{"any_of": […]}` lets each of several be right.

    >>> equals({"start": "2022", "end": None}, {"start": {"any_of": ["2022", "2022-01"]}})
    True
    """
    if isinstance(true, dict) and "any_of" in true:
        return any(equals(read, one) for one in true["any_of"])
    if isinstance(true, dict):
        return isinstance(read, dict) and all(equals(read.get(key), value) for key, value in true.items())
    if isinstance(true, list):
        return isinstance(read, list) and len(read) == len(true) and all(map(equals, read, true))
    return bool(read == true)
