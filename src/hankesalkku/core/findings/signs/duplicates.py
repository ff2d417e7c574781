"""Cards that tell the same project, and cards that share a number without doing so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.signs.sums import sums
from hankesalkku.core.values.case_number import CaseNumber, NumberKind
from hankesalkku.core.values.text import squash

Groups = list[tuple[int, ...]]

_NOT_ONE_GRANT = frozenset({NumberKind.CALL, NumberKind.OPH_GUIDANCE})
"""Numbers of calls and guides, which many grants share."""


def duplicate_groups(context: Context) -> Groups:
    """Group the cards that tell one project: same folded name and period, or same funder's number and sums."""
    by_name = _grouped((index, _name_and_period(card)) for index, card in context.numbered)
    by_grant = _grouped(
        (index, (number, sums(card)))
        for index, card in context.numbered
        if sums(card) is not None
        for number in funder_numbers(card)
    )
    return _merged([*by_name.values(), *by_grant.values()])


def shared(context: Context, keyed: Iterable[tuple[int, str]]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give each key that cards share which are not all one project, with those cards."""
    duplicates = duplicate_groups(context)
    for key, cards in _grouped(keyed).items():
        if not any(set(cards) <= set(group) for group in duplicates):
            yield str(key), cards


def funder_numbers(card: Card) -> frozenset[str]:
    """Give the normal forms of the funder's numbers on a card; numbers of calls and guides are none."""
    decisions = (card.funder_decision, *card.further.funder_decisions)
    numbers = (decision.case_number for decision in decisions if decision is not None)
    return frozenset(number.normal for number in numbers if number and number.kind not in _NOT_ONE_GRANT)


def case_numbers(card: Card) -> frozenset[str]:
    """Give the normal forms of the municipality's own numbers on a card."""
    numbers: tuple[CaseNumber | None, ...] = (card.case_number, *card.further.case_numbers)
    return frozenset(number.normal for number in numbers if number is not None)


def _name_and_period(card: Card) -> object:
    """Give what tells a project; None where the card lacks name or period, which tell nothing then."""
    if not card.name or card.period is None:
        return None
    return squash(card.name), card.period


def _grouped(keyed: Iterable[tuple[int, object]]) -> dict[object, tuple[int, ...]]:
    """Give the keys of two or more cards with those cards in order; None is no key."""
    groups: dict[object, list[int]] = {}
    for index, key in keyed:
        if key is not None and index not in groups.setdefault(key, []):
            groups[key].append(index)
    return {key: tuple(cards) for key, cards in groups.items() if len(cards) >= 2}


def _merged(groups: Groups) -> Groups:
    """Join groups that share a card."""
    merged: list[set[int]] = []
    for group in groups:
        touching = [other for other in merged if other & set(group)]
        merged = [other for other in merged if other not in touching]
        merged.append(set(group).union(*touching))
    return sorted(tuple(sorted(group)) for group in merged)
