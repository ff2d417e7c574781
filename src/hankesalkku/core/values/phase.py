"""Phases of a project (*hankevaihe*) and the words for them. Source: requirements D1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from hankesalkku.core.values.reading import Reading
from hankesalkku.core.values.scanner import Kind, Span, Tokens, left_over, scan


class Phase(StrEnum):
    """Where a project stands in its life."""

    IDEA = "idea"
    APPLICATION = "application"
    AWAITING_DECISION = "awaiting_decision"
    PLANNING = "planning"
    IMPLEMENTATION = "implementation"
    FINAL_REPORT = "final_report"
    CLOSED = "closed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


PHASE_WORDS: Mapping[str, Mapping[Phase, str]] = MappingProxyType(
    {
        "fi": MappingProxyType(
            {
                Phase.IDEA: "ideavaihe",
                Phase.APPLICATION: "hakuvaihe",
                Phase.AWAITING_DECISION: "odottaa päätöstä",
                Phase.PLANNING: "suunnitteluvaihe",
                Phase.IMPLEMENTATION: "toteutusvaihe",
                Phase.FINAL_REPORT: "loppuselvitysvaihe",
                Phase.CLOSED: "päättynyt",
                Phase.REJECTED: "hylätty",
                Phase.WITHDRAWN: "peruttu",
            }
        ),
        "sv": MappingProxyType(
            {
                Phase.IDEA: "idéfas",
                Phase.APPLICATION: "ansökningsfas",
                Phase.AWAITING_DECISION: "väntar på beslut",
                Phase.PLANNING: "planeringsfas",
                Phase.IMPLEMENTATION: "genomförandefas",
                Phase.FINAL_REPORT: "slutredovisningsfas",
                Phase.CLOSED: "avslutat",
                Phase.REJECTED: "avslaget",
                Phase.WITHDRAWN: "återtaget",
            }
        ),
        "en": MappingProxyType(
            {
                Phase.IDEA: "idea phase",
                Phase.APPLICATION: "application phase",
                Phase.AWAITING_DECISION: "awaiting decision",
                Phase.PLANNING: "planning phase",
                Phase.IMPLEMENTATION: "implementation phase",
                Phase.FINAL_REPORT: "final report phase",
                Phase.CLOSED: "closed",
                Phase.REJECTED: "rejected",
                Phase.WITHDRAWN: "withdrawn",
            }
        ),
    }
)
"""The word to print for each phase, by language; `read_phases` reads each of them back."""

_FAMILIES = {
    Phase.IDEA: "idea, ideointi, ideoinnin, idé",
    Phase.APPLICATION: (
        "haku, hakemus, hakemuksen, haussa, haettu, haetaan, rahoitushaku, ansöknings, ansökan, ansökning,"
        " sökt, ansökt, application, applied, applying"
    ),
    Phase.AWAITING_DECISION: (
        "odottaa päätöstä, odottaa rahoituspäätöstä, odottaa rahoittajan päätöstä, päätöstä odotetaan,"
        " päätös odottaa, odotetaan päätöstä, väntar på beslut, inväntar beslut, väntar på"
        " finansieringsbeslut, awaiting decision, awaiting a decision, awaiting the decision, waiting for"
        " decision, decision pending, pending"
    ),
    Phase.PLANNING: (
        "suunnittelu, suunnittelun, suunnittelussa, suunnitteilla, suunnitellaan, planerings, planering,"
        " planeras, under planering, planning, being planned, planned"
    ),
    Phase.IMPLEMENTATION: (
        "toteutus, toteutuksen, toteutuksessa, toteuttamis, toteuttaminen, toteutetaan, käynnissä,"
        " käynnissä oleva, genomförande, genomförs, pågår, pågående, implementation, implementing,"
        " being implemented, in progress, ongoing, under way, underway"
    ),
    Phase.FINAL_REPORT: (
        "loppuselvitys, loppuselvityksen, loppuraportti, loppuraportointi, loppuraportoinnin, raportointi,"
        " slutredovisnings, slutredovisning, slutrapport, slutrapporterings, slutrapportering, final report,"
        " final reporting, reporting"
    ),
    Phase.CLOSED: (
        "päättynyt, päätetty, päättyneet, valmis, valmistunut, suljettu, avslutat, avslutad, avslutade,"
        " slutfört, slutförd, closed, completed, finished, ended"
    ),
    Phase.REJECTED: (
        "hylätty, hylkäys, kielteinen päätös, avslaget, avslagen, avslag, förkastat, förkastad, rejected,"
        " refused, declined, turned down"
    ),
    Phase.WITHDRAWN: (
        "peruttu, peruutettu, peruuntunut, hakemus peruttu, vedetty pois, återtaget, återtagen,"
        " tillbakadraget, tillbakadragen, inställt, withdrawn, cancelled, canceled"
    ),
}
_ENDINGS = ("vaiheessa", "vaiheeseen", "vaiheen", "vaiheet", "vaihe", "skedet", "skede", "fasen", "fas")
_PHASE_NOUNS = {
    "vaihe",
    "vaiheessa",
    "hankevaihe",
    "fas",
    "fasen",
    "skede",
    "skedet",
    "phase",
    "stage",
    "projektfas",
}
_JOINTS = {"ja", "sekä", "och", "samt", "and"}
_LONGEST_PHRASE = 4


def _phrases() -> dict[tuple[str, ...], Phase]:
    return {
        tuple(phrase.strip(" -").split()): phase
        for phase, line in _FAMILIES.items()
        for phrase in line.split(",")
    }


_PHRASES = _phrases()


EARLY_PHASES = frozenset({Phase.IDEA, Phase.APPLICATION})
NOT_GRANTED_PHASES = EARLY_PHASES | {Phase.AWAITING_DECISION, Phase.REJECTED, Phase.WITHDRAWN}
"""Phases without a grant: a project in one of them is internal unless somebody says otherwise (practice.md P2)."""


@dataclass(frozen=True, slots=True)
class PhaseFound:
    """A phase named at `start`–`end` of a text."""

    phase: Phase
    start: int
    end: int


def find_phases(text: str) -> tuple[PhaseFound, ...]:
    """Find the phases a text names, in the order written; a noun `vaihe` or `phase` is part of the span.

    >>> [found.phase.value for found in find_phases("suunnittelu- ja toteutusvaihe")]
    ['planning', 'implementation']
    """
    tokens = scan(text)
    found = tuple(_find([index for index in range(len(tokens)) if tokens.follows(index, "W")], tokens))
    asides = _asides(tokens, found)
    return tuple(item for item in found if not any(aside.covers(item.start) for aside in asides))


def _asides(tokens: Tokens, found: tuple[PhaseFound, ...]) -> tuple[Span, ...]:
    """Give the brackets that say more than a phase, `(jatkoaika haettu)`: they tell of something else."""
    if not found:
        return ()
    used = [Span(item.start, item.end) for item in found]
    strange = left_over(tokens.text, (*used, *phase_joints(tokens.text)))
    return tuple(
        bracket
        for bracket in _brackets(tokens)
        if any(remark.start < bracket.end and bracket.start < remark.end for remark in strange)
    )


def _brackets(tokens: Tokens) -> Iterator[Span]:
    start = None
    for token in tokens:
        if token.kind is Kind.OPEN:
            start = token.end
        elif token.kind is Kind.CLOSE and start is not None:
            yield Span(start, token.start)
            start = None


def _find(words: list[int], tokens: Tokens) -> Iterator[PhaseFound]:
    place = 0
    while place < len(words):
        length, phase = _longest(words, place, tokens)
        if phase is None:
            place += 1
            continue
        first, last = words[place], words[place + length - 1]
        place += length
        if place < len(words) and tokens[words[place]].folded in _PHASE_NOUNS:
            last, place = words[place], place + 1
        yield PhaseFound(phase, tokens[first].start, tokens[last].end)


def _longest(words: list[int], place: int, tokens: Tokens) -> tuple[int, Phase | None]:
    """Give how many words from `place` on name a phase, and the phase."""
    for length in range(_LONGEST_PHRASE, 0, -1):
        run = words[place : place + length]
        if len(run) < length or not _adjoin(run, tokens):
            continue
        phase = _PHRASES.get(tuple(_stem(tokens[index].folded) for index in run))
        phase = phase or _PHRASES.get(tuple(tokens[index].folded for index in run))
        if phase is not None:
            return length, phase
    return 1, None


def _adjoin(run: list[int], tokens: Tokens) -> bool:
    return all(tokens.past_space(one + 1) == two for one, two in pairwise(run))


def _stem(word: str) -> str:
    """Cut the noun off a compound, `toteutusvaihe` to `toteutus`."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)]
    return word


def phase_joints(text: str) -> tuple[Span, ...]:
    """Give the spans of the words that join phases or stand for `vaihe` alone: they carry no value."""
    return tuple(
        Span(token.start, token.end)
        for token in scan(text)
        if token.kind is Kind.WORD and token.folded in _JOINTS | _PHASE_NOUNS
    )


def read_phases(text: str) -> Reading[tuple[Phase, ...]]:
    """Read the phases of a text in the order written, each once; the value is None where no word names one.

    >>> read_phases("suunnittelu- ja toteutusvaihe").value
    (<Phase.PLANNING: 'planning'>, <Phase.IMPLEMENTATION: 'implementation'>)
    >>> read_phases("1.1.2023").value is None
    True
    """
    found = find_phases(text)
    used = [Span(item.start, item.end) for item in found]
    joints = phase_joints(text) if found else ()
    return Reading(phases_of(found), text, left_over(text, (*used, *joints)))


def phases_of(found: tuple[PhaseFound, ...]) -> tuple[Phase, ...] | None:
    """Give the phases found, each once, in the order written; None for none."""
    return tuple(dict.fromkeys(item.phase for item in found)) or None
