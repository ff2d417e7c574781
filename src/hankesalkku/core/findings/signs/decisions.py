"""Decisions of the municipality's bodies over the cards of a document: who met when, and under which section."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, row_places
from hankesalkku.core.language.formats import format_date
from hankesalkku.core.values.decision import MunicipalDecision
from hankesalkku.core.values.place import Place
from hankesalkku.core.values.text import fold

_ABBREVIATIONS = {
    "kh": "kaupunginhallitus",
    "khall": "kaupunginhallitus",
    "kv": "kaupunginvaltuusto",
    "kvalt": "kaupunginvaltuusto",
    "kunnhall": "kunnanhallitus",
}
_COMMITTEE_SHORT = re.compile(r"(?P<stem>\w+?)\.?(?:ltk|lk)\.?\Z")
_GENITIVES = (
    ("lautakunnan", "lautakunta"),
    ("hallituksen", "hallitus"),
    ("valtuuston", "valtuusto"),
    ("jaoston", "jaosto"),
    ("nämndens", "nämnden"),
    ("styrelsens", "styrelsen"),
)
_COUNCILS = ("valtuusto", "fullmäktige", "council")
_ANY_HOLDER = frozenset(
    {"viranhaltijapäätös", "vhp", "tjänsteinnehavarbeslut", "tjänstemannabeslut", "office-holder decision"}
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A decision of a named body on a known day: the card's index, the body as written and as compared."""

    index: int
    body: str
    body_key: str
    section: int | None
    day: date
    by_office_holder: bool

    @property
    def is_council(self) -> bool:
        """Tell whether the body is a council, whose budget meeting may take two days."""
        return any(word in self.body_key for word in _COUNCILS)


def municipal_decisions(card: Card) -> tuple[MunicipalDecision, ...]:
    """Give the municipality's decisions of a card in the order written."""
    return (card.municipal_decision, *card.further.municipal_decisions) if card.municipal_decision else ()


def decisions(context: Context) -> tuple[Meeting, ...]:
    """Give the decisions of all cards that name who decided and are known to the day.

    Numbers of office-holders run by holder (D72): a decision that does not name its holder is left out.
    """
    bodies = {
        body_key(made.body) for card in context.cards for made in municipal_decisions(card) if made.body
    }
    return tuple(
        Meeting(
            index,
            decision.body,
            body_key(decision.body, bodies),
            decision.section,
            day,
            decision.by_office_holder,
        )
        for index, card in context.numbered
        for decision in municipal_decisions(card)
        if decision.body
        and decision.date
        and (day := decision.date.exact)
        and not _is_of_any_holder(decision)
    )


def meetings(context: Context) -> tuple[Meeting, ...]:
    """Give the decisions that were made in meetings: those of office-holders are left out."""
    return tuple(decision for decision in decisions(context) if not decision.by_office_holder)


def body_key(body: str, bodies: Iterable[str] = ()) -> str:
    """Fold a body's name so that its spellings compare equal; `bodies` are the document's, folded alike.

    >>> body_key("Kh"), body_key("Sivistyslautakunnan"), body_key("Sivltk", ["sivistyslautakunta"])
    ('kaupunginhallitus', 'sivistyslautakunta', 'sivistyslautakunta')
    """
    name = fold(body).rstrip(".")
    for genitive, nominative in _GENITIVES:
        if name.endswith(genitive):
            name = name.removesuffix(genitive) + nominative
    short = _COMMITTEE_SHORT.match(name)
    if short is None:
        return _ABBREVIATIONS.get(name, name)
    full = {each for each in bodies if each.endswith("lautakunta") and _abbreviates(short["stem"], each)}
    return full.pop() if len(full) == 1 else name


def by_body_and_year(found: Iterable[Meeting]) -> dict[tuple[str, int], list[Meeting]]:
    """Group decisions by body and calendar year, within which sections run (D72)."""
    groups: dict[tuple[str, int], list[Meeting]] = defaultdict(list)
    for meeting in found:
        groups[meeting.body_key, meeting.day.year].append(meeting)
    return groups


def by_day(found: Iterable[Meeting]) -> list[tuple[date, list[Meeting]]]:
    """Group decisions by day, earliest first."""
    days: dict[date, list[Meeting]] = defaultdict(list)
    for meeting in found:
        days[meeting.day].append(meeting)
    return sorted(days.items())


def card_indices(found: Iterable[Meeting]) -> tuple[int, ...]:
    """Give the cards of some decisions, each once, in their order."""
    return tuple(sorted({meeting.index for meeting in found}))


def decision_places(context: Context, cards: Iterable[int]) -> tuple[Place, ...]:
    """Give the places of row 7 of some cards."""
    return tuple(
        place for index in cards for place in row_places(context.cards[index], FieldKey.MUNICIPAL_DECISION)
    )


def quoted(found: Iterable[Meeting]) -> str:
    """Write decisions for evidence, each section and day once: `§ 108 / 27.10.2022; § 108 / 21.11.2022`."""
    return "; ".join(dict.fromkeys(_quoted(found)))


def _quoted(found: Iterable[Meeting]) -> Iterator[str]:
    for meeting in sorted(found, key=lambda each: (each.day, each.section or 0)):
        section = f"§ {meeting.section} / " if meeting.section is not None else ""
        yield section + format_date(meeting.day)


def _abbreviates(stem: str, body: str) -> bool:
    """Tell whether letters stand in a name in their order, the first at its beginning: `hyvltk`, `elvoltk`."""
    rest = iter(body)
    return body[:1] == stem[:1] and all(letter in rest for letter in stem)


def _is_of_any_holder(decision: MunicipalDecision) -> bool:
    return decision.by_office_holder and fold(decision.body or "") in _ANY_HOLDER
