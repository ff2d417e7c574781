"""Totals of a document: what the cards make together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.signs.sums import total
from hankesalkku.core.values.reading import RemarkCode


@dataclass(frozen=True, slots=True)
class Total:
    """The known sums of one row over the cards, in cents, the cards that give none, and the cards by size."""

    cents: int
    unread: tuple[int, ...]
    by_size: tuple[int, ...]


def computed_totals(cards: Sequence[Card]) -> dict[FieldKey, Total]:
    """Add up each of the three rows; a missing or unread sum never counts as 0, one stated to be none does."""
    return {key: _total(cards, key) for key in MONEY_KEYS}


def _total(cards: Sequence[Card], key: FieldKey) -> Total:
    known = {index: cents for index, card in enumerate(cards) if (cents := total(card, key)) is not None}
    unread = tuple(i for i, card in enumerate(cards) if i not in known and not _states_none(card, key))
    by_size = tuple(sorted(known, key=lambda index: -abs(known[index])))
    return Total(sum(known.values()), unread, by_size)


def _states_none(card: Card, key: FieldKey) -> bool:
    row = card.row(key)
    return row is not None and row.has(RemarkCode.AMOUNT_STATED_NONE)
