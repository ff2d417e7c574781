"""The municipality's case numbers and the links to its case management (D60, D74)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from hankesalkku.core.card.card import Card
from hankesalkku.core.findings.context import Context
from hankesalkku.core.values.case_number import CaseNumber, NumberKind, find_numbers

_LINK_ID = re.compile(r"(?P<before>.*[/=])(?P<id>[0-9]{1,9})(?P<after>/?)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """A card's case number with the internal id of its link; `offset` is id − running number."""

    index: int
    number: CaseNumber
    run: int
    link_id: int

    @property
    def offset(self) -> int:
        """Give what the id is ahead of the running number."""
        return self.link_id - self.run


@dataclass(frozen=True, slots=True)
class UsualOffset:
    """The offset that most cards of a year share, how many share it, and how many have a number and a link."""

    offset: int
    shared: int
    cards: int

    def holds(self, cards_at_least: int, share_percent: int) -> bool:
        """Tell whether it is shared widely enough to tell anything."""
        return self.shared >= cards_at_least and 100 * self.shared >= share_percent * self.cards


def case_number_of(card: Card) -> CaseNumber | None:
    """Give the municipality's case number of a card, wherever on the card it stands."""
    if card.case_number is not None:
        return card.case_number
    numbers = (found.number for row in card.rows for found in find_numbers(row.text, bare=False))
    return next((number for number in numbers if number.is_municipal), None)


def case_link(context: Context, index: int) -> str | None:
    """Give the address of a card's case, else the first link that belongs to the card."""
    return context.cards[index].case_url or next(
        (link.url for link in context.document.links if link.card == index), None
    )


def linked_cases(context: Context) -> dict[int | None, list[LinkedCase]]:
    """Give the cards that have both a running number and a link with an id, by the year of the number."""
    cases: dict[int | None, list[LinkedCase]] = {}
    for index, card in context.numbered:
        number, link = card.case_number, case_link(context, index)
        match = _LINK_ID.match(link) if link else None
        if number and number.run is not None and number.kind is NumberKind.TASK_CLASS and match:
            case = LinkedCase(index, number, number.run, int(match["id"]))
            cases.setdefault(number.year, []).append(case)
    return cases


def usual_offset(cases: list[LinkedCase]) -> UsualOffset:
    """Give the most frequent offset of some cards; there is at least one."""
    offset, shared = Counter(case.offset for case in cases).most_common(1)[0]
    return UsualOffset(offset, shared, len(cases))


def link_with_id(link: str, link_id: int) -> str:
    """Put another id into a link.

    >>> link_with_id("https://asiat.mallila.example/#/case/3747", 3746)
    'https://asiat.mallila.example/#/case/3746'
    """
    return _LINK_ID.sub(rf"\g<before>{link_id}\g<after>", link)
