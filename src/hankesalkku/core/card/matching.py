"""Which project of the register a card tells of (*sama hanke kuin*): by case numbers, name and period, with reasons.

A score from 0 to 100 is the sum of what speaks for and against; each part of it is a reason that a page can say. Over
a whole file no project is given to two cards. Source: screens.md 9 ("Matching"), DESIGN.md 3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.names import Name, similarity
from hankesalkku.core.values.case_number import CaseNumber, NumberKind
from hankesalkku.core.values.period import Period

MATCH_AT_LEAST = 55
"""From here on a card is taken for the project, unless another card fits it better."""
ALTERNATIVE_AT_LEAST = 25
CLOSE = 10
"""Two projects whose scores differ by less are a question for a person."""
ALTERNATIVES_AT_MOST = 5

_COMPARE_ALL = 300
_SHARED_BY_AT_MOST = 50

_POINTS_CASE, _POINTS_FUNDER, _POINTS_NAME = 60, 50, 60
_POINTS_OTHER_NUMBER = -25
_POINTS_SAME_PERIOD, _POINTS_OVERLAP, _POINTS_APART = 15, 8, -30
_NAME_SPEAKS_FROM = 50

_NOT_ONE_GRANT = frozenset({NumberKind.CALL, NumberKind.OPH_GUIDANCE})
"""Numbers of calls and guides, which many grants share."""


@dataclass(frozen=True, slots=True)
class Known:
    """A project of the register: its key, its short permanent number, the version compared with, its card."""

    id: UUID
    number: int
    version: int
    card: Card


class ReasonKind(StrEnum):
    """What speaks for or against two cards telling the same project."""

    SAME_CASE_NUMBER = "same_case_number"
    OTHER_CASE_NUMBER = "other_case_number"
    SAME_FUNDER_NUMBER = "same_funder_number"
    OTHER_FUNDER_NUMBER = "other_funder_number"
    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"
    SAME_PERIOD = "same_period"
    PERIOD_OVERLAPS = "period_overlaps"
    PERIOD_APART = "period_apart"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: what was seen, points for (or against, below zero), and its quoted number or percentage."""

    kind: ReasonKind
    points: int
    quoted: str = ""

    @property
    def key(self) -> str:
        """Give the key of its sentence in the catalogue; `{quoted}` is its placeholder."""
        return f"matching.{self.kind}"


@dataclass(frozen=True, slots=True)
class Match:
    """A project that a card may tell of: the score from 0 to 100 and its reasons, weightiest first."""

    known: Known
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was found for one card: its project or None, and other projects that come near, best first.

    `is_close` says that another project fits almost as well or better and was given to another card.
    """

    match: Match | None
    alternatives: tuple[Match, ...] = ()
    is_close: bool = False


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of a card is compared."""

    case_numbers: frozenset[str]
    funder_numbers: frozenset[str]
    name: Name | None
    period: Period | None


def assign(drafts: Sequence[Card], register: Sequence[Known]) -> tuple[Assignment, ...]:
    """Find for each card of a file the project that it tells of; no project is given twice."""
    index = _Index(register)
    found = [index.matches(_traits(card)) for card in drafts]
    ranked = sorted(
        ((match.score, draft, match) for draft, matches in enumerate(found) for match in matches),
        key=lambda item: (-item[0], item[1], item[2].known.number),
    )
    given: dict[int, Match] = {}
    taken: set[UUID] = set()
    for score, draft, match in ranked:
        if score >= MATCH_AT_LEAST and draft not in given and match.known.id not in taken:
            given[draft] = match
            taken.add(match.known.id)
    return tuple(_assignment(given.get(draft), matches) for draft, matches in enumerate(found))


def _assignment(match: Match | None, matches: list[Match]) -> Assignment:
    others = tuple(other for other in matches if other is not match)[:ALTERNATIVES_AT_MOST]
    least = MATCH_AT_LEAST if match is None else match.score - CLOSE
    return Assignment(match, others, is_close=any(other.score > least for other in others))


def compare(card: Card, known: Known) -> Match:
    """Tell how well one card fits one project."""
    return _match(_traits(card), known, _traits(known.card))


def twins(cards: Sequence[Card]) -> tuple[tuple[int, ...], ...]:
    """Group the cards of one file, by indices from 0, that tell the same project; a card alone is in no group."""
    known = [Known(UUID(int=place), place, 0, card) for place, card in enumerate(cards)]
    index = _Index(known)
    groups: list[set[int]] = []
    for place, card in enumerate(cards):
        near = {m.known.number for m in index.matches(_traits(card)) if m.score >= MATCH_AT_LEAST}
        if len(near | {place}) > 1:
            groups = _joined(groups, near | {place})
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def _joined(groups: list[set[int]], added: set[int]) -> list[set[int]]:
    apart = [group for group in groups if not group & added]
    return [*apart, added.union(*(group for group in groups if group & added))]


class _Index:
    """A register's projects by what a card may share with them, so that a card is not compared with all."""

    def __init__(self, register: Sequence[Known]) -> None:
        self._known = [(known, _traits(known.card)) for known in register]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        for place, (_, traits) in enumerate(self._known):
            for key in _keys(traits):
                self._by_key[key].append(place)

    def matches(self, traits: _Traits) -> list[Match]:
        """Give the projects that come near, best first."""
        found = (_match(traits, *self._known[place]) for place in self._near(traits))
        near = [match for match in found if match.score >= ALTERNATIVE_AT_LEAST]
        return sorted(near, key=lambda match: (-match.score, match.known.number))

    def _near(self, traits: _Traits) -> Iterable[int]:
        """Give the projects that share a number or a word; of words that many share only the rarest counts."""
        if len(self._known) <= _COMPARE_ALL:
            return range(len(self._known))
        shared = sorted((self._by_key[key] for key in _keys(traits) if key in self._by_key), key=len)
        chosen = shared[:1] + [places for places in shared[1:] if len(places) <= _SHARED_BY_AT_MOST]
        return {place for places in chosen for place in places}


def _keys(traits: _Traits) -> Iterator[str]:
    yield from traits.case_numbers
    yield from traits.funder_numbers
    if traits.name is not None:
        yield from traits.name.stems


def _traits(card: Card) -> _Traits:
    decisions = (card.funder_decision, *card.further.funder_decisions)
    return _Traits(
        _numbers((card.case_number, *card.further.case_numbers)),
        _numbers(decision.case_number for decision in decisions if decision),
        Name.of(card.name) if card.name else None,
        card.period,
    )


def _numbers(numbers: Iterable[CaseNumber | None]) -> frozenset[str]:
    return frozenset(number.normal for number in numbers if number and number.kind not in _NOT_ONE_GRANT)


def _match(traits: _Traits, known: Known, other: _Traits) -> Match:
    reasons = [*_of_numbers(traits, other), *_of_name(traits, other), *_of_period(traits, other)]
    reasons.sort(key=lambda reason: -abs(reason.points))
    score = sum(reason.points for reason in reasons)
    return Match(known, min(max(score, 0), 100), tuple(reasons))


def _of_numbers(traits: _Traits, other: _Traits) -> Iterator[Reason]:
    own = ReasonKind.SAME_CASE_NUMBER, ReasonKind.OTHER_CASE_NUMBER, _POINTS_CASE
    funders = ReasonKind.SAME_FUNDER_NUMBER, ReasonKind.OTHER_FUNDER_NUMBER, _POINTS_FUNDER
    pairs = (
        (traits.case_numbers, other.case_numbers, own),
        (traits.funder_numbers, other.funder_numbers, funders),
    )
    for ours, theirs, (same, differs, points) in pairs:
        if shared := ours & theirs:
            yield Reason(same, points, min(shared))
        elif ours and theirs:
            yield Reason(differs, _POINTS_OTHER_NUMBER, min(theirs))


def _of_name(traits: _Traits, other: _Traits) -> Iterator[Reason]:
    if traits.name is None or other.name is None:
        return
    percent = similarity(traits.name, other.name)
    if percent >= _NAME_SPEAKS_FROM:
        points = round(_POINTS_NAME * (percent - _NAME_SPEAKS_FROM) / (100 - _NAME_SPEAKS_FROM))
        kind = ReasonKind.SAME_NAME if percent == 100 else ReasonKind.SIMILAR_NAME
        yield Reason(kind, points, "" if percent == 100 else str(percent))


def _of_period(traits: _Traits, other: _Traits) -> Iterator[Reason]:
    if traits.period is None or other.period is None:
        return
    if traits.period == other.period:
        yield Reason(ReasonKind.SAME_PERIOD, _POINTS_SAME_PERIOD)
    elif _overlap(traits.period, other.period):
        yield Reason(ReasonKind.PERIOD_OVERLAPS, _POINTS_OVERLAP)
    else:
        yield Reason(ReasonKind.PERIOD_APART, _POINTS_APART)


def _overlap(a: Period, b: Period) -> bool:
    """Tell whether two periods have a day in common; an end that is not known is open."""
    return all(
        first.start is None or second.end is None or first.start.first_day <= second.end.last_day
        for first, second in ((a, b), (b, a))
    )
