"""Compares cards with the register, when they were read and again whenever a person looks at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.may import sight
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.matching import Assignment, Known, assign, compare, twins
from hankesalkku.core.card.proposal import Draft, Proposal, propose_draft
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.store.queries.known import known_projects
from hankesalkku.store.queries.projects import records


def propose_to_register(actor: Actor, drafts: Sequence[Draft]) -> tuple[Proposal, ...]:
    """Find for each draft the project that it tells of, among those the actor sees, and what it would change.

    All projects are compared by numbers, name and period only; whole cards are read of the projects found.
    """
    cards = [draft.card for draft in drafts]
    assignments = assign(cards, known_projects(sight(actor)))
    found = _records(actor, [a.match.known.id for a in assignments if a.match])
    groups = twins(cards)
    proposals = []
    for place, (draft, assignment) in enumerate(zip(drafts, assignments, strict=True)):
        record = found.get(assignment.match.known.id) if assignment.match else None
        others = tuple(
            drafts[other].index for group in groups if place in group for other in group if other != place
        )
        proposals.append(propose_draft(draft, _whole(assignment, record), days_of(record), others))
    return tuple(proposals)


def propose_again(card: Card, record: ProjectRecord, reported_on: PartialDate | None) -> Proposal:
    """Compare one card with one project as it is now."""
    match = compare(card, known_of(record))
    return propose_draft(Draft(0, card, reported_on), Assignment(match), days_of(record))


def known_of(record: ProjectRecord) -> Known:
    """Give a project as matching takes it, with its whole card."""
    return Known(record.id, record.number, record.version, record.card)


def days_of(record: ProjectRecord | None) -> Mapping[str, date]:
    """Tell of which day a project's values are: a typed one of the day of the edit, an imported one of its report's."""
    if record is None:
        return {}
    reported = PartialDate.from_iso(record.report_date).last_day if record.report_date else None
    days: dict[str, date] = {}
    for row in record.card.rows:
        source = record.sources.get(row.key)
        is_typed = source is None or source.file is None or source.original != row.text
        day = source.changed_at.date() if is_typed and source and source.changed_at else reported
        if day is not None:
            days[row.key] = day
    return days


def _records(actor: Actor, keys: Sequence[UUID]) -> dict[UUID, ProjectRecord]:
    found = records(actor.organisation, keys) if actor.organisation else ()
    return {record.id: record for record in found}


def _whole(assignment: Assignment, record: ProjectRecord | None) -> Assignment:
    """Put the whole card into a match that was found by a part of it."""
    if assignment.match is None:
        return assignment
    if record is None:
        return replace(assignment, match=None)
    return replace(assignment, match=replace(assignment.match, known=known_of(record)))
