"""Sums of the report's first page: over all projects, by unit and by funder. Source: LOOK.md 4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.report.model import Summary, SummaryRow
from hankesalkku.core.values.text import fold, fold_space, sort_key


def summarise(cards: Iterable[Card], name: str) -> SummaryRow:
    """Add up the three sums of some cards, in cents; a sum that is unknown is left out and its card counted."""
    listed = list(cards)
    sums = [tuple(card.money(key) for key in MONEY_KEYS) for card in listed]
    income, expenditure, share = (
        (
            sum(money.total_cents for money in column if money is not None)
            for column in zip(*sums, strict=True)
        )
        if sums
        else (0, 0, 0)
    )
    incomplete = sum(1 for row in sums if None in row)
    return SummaryRow(name, len(listed), income, expenditure, share, share_of(share, expenditure), incomplete)


def share_of(share_cents: int, expenditure_cents: int) -> int | None:
    """Give the share in hundredths of a per cent, rounded half up; None where there is no expenditure."""
    if expenditure_cents <= 0:
        return None
    return (share_cents * 20_000 + expenditure_cents) // (2 * expenditure_cents)


def group(
    cards: tuple[Card, ...],
    *,
    title: str,
    heading: str,
    total: str,
    name_of: Callable[[Card], str | None],
    unknown: str,
) -> Summary:
    """Make a table of sums by whatever `name_of` gives; names equal after folding are one, in their commonest form."""
    members: dict[str, list[Card]] = {}
    written: dict[str, Counter[str]] = {}
    for card in cards:
        name = fold_space(name_of(card) or unknown)
        members.setdefault(fold(name), []).append(card)
        written.setdefault(fold(name), Counter())[name] += 1
    rows = [summarise(group_cards, written[key].most_common(1)[0][0]) for key, group_cards in members.items()]
    rows.sort(key=lambda row: (row.name == unknown, sort_key(row.name)))
    return Summary(title, heading, tuple(rows), summarise(cards, total))
