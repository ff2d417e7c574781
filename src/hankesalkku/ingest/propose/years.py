"""Reports of several years taken in at one step: the newest wins field by field, older values become history.

Source: practice of the issue ("reports of several years in one step, the newest wins, older values go to history").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.diff import card_changes
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.matching import Known, assign
from hankesalkku.core.card.merge import field_text, has_field, keys_of, with_field
from hankesalkku.core.card.proposal import Draft
from hankesalkku.core.values.dates import PartialDate


@dataclass(frozen=True, slots=True)
class DatedReport:
    """A report and the day that its figures are of."""

    document: CardDocument
    reported_on: PartialDate


@dataclass(frozen=True, slots=True)
class Origin:
    """A card of one of the reports: the report's place in the list given, the card's index in it, the report's day."""

    report: int
    card: int
    reported_on: PartialDate


@dataclass(frozen=True, slots=True)
class PastValue:
    """What an older report says in a field where a newer one says something else."""

    key: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class MergedCard:
    """One project of several reports: its newest values, from where each is, the older ones (newest first)."""

    draft: Draft
    origins: tuple[Origin, ...]
    came_from: dict[str, Origin]
    history: tuple[PastValue, ...] = ()


def merge_years(reports: Sequence[DatedReport]) -> tuple[MergedCard, ...]:
    """Put the cards of several reports together: the newest report's in its order, then projects that have ended.

    Of two reports of one day the one given later counts as newer.
    """
    merged: list[MergedCard] = []
    numbered = list(enumerate(reports))
    for place, report in sorted(numbered, key=lambda pair: (pair[1].reported_on.last_day, pair[0]))[::-1]:
        merged = _with_older(merged, place, report)
    return tuple(replace(card, draft=replace(card.draft, index=index)) for index, card in enumerate(merged))


def _with_older(merged: list[MergedCard], place: int, report: DatedReport) -> list[MergedCard]:
    """Add a report that is older than all taken in before it."""
    register = [Known(UUID(int=at), at, 0, card.draft.card) for at, card in enumerate(merged)]
    found = list(merged)
    cards = report.document.cards
    for index, (card, assignment) in enumerate(zip(cards, assign(cards, register), strict=True)):
        origin = Origin(place, index, report.reported_on)
        if assignment.match is None:
            found.append(_first(card, origin))
        else:
            at = assignment.match.known.number
            found[at] = _filled(found[at], card, origin)
    return found


def _first(card: Card, origin: Origin) -> MergedCard:
    keys = [key for key in keys_of(card) if has_field(card, key)]
    return MergedCard(Draft(0, card, origin.reported_on), (origin,), dict.fromkeys(keys, origin))


def _filled(newer: MergedCard, older: Card, origin: Origin) -> MergedCard:
    """Take from an older card what the newer ones do not say; keep as history what they say otherwise."""
    card = newer.draft.card
    said_on = dict(newer.draft.said_on)
    came_from = dict(newer.came_from)
    differing = {change.key for change in card_changes(older, card)}
    past = []
    for key in keys_of(card, older):
        if not has_field(older, key):
            continue
        if not has_field(card, key):
            card = with_field(card, key, older)
            said_on[key] = origin.reported_on
            came_from[key] = origin
        elif key in differing:
            past.append(PastValue(key, field_text(older, key), origin))
    return MergedCard(
        replace(newer.draft, card=card, said_on=said_on),
        (*newer.origins, origin),
        came_from,
        (*newer.history, *past),
    )
