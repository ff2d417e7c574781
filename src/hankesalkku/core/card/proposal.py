"""What a file proposes to the register (*ehdotus*): a draft card beside the project it tells of, field by field.

Nothing is in the register before a person accepts it. A field of which the file says nothing proposes nothing. Source:
screens.md 9, DESIGN.md 5 (a proposal carries the version it was compared with).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.diff import Change, card_changes
from hankesalkku.core.card.matching import Assignment, Known, Match
from hankesalkku.core.values.dates import PartialDate


class ProposalKind(StrEnum):
    """What a proposal asks for."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Draft:
    """A card as a file gives it; `index` is its place in the file, `reported_on` the day its figures are of.

    `said_on` dates single fields otherwise, where a card was put together from several years' files.
    """

    index: int
    card: Card
    reported_on: PartialDate | None = None
    said_on: Mapping[str, PartialDate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that would change: the difference, and the days that the register's and the file's values are of.

    It is a conflict where the register's value is the later one.
    """

    change: Change
    changed_on: date | None = None
    said_on: PartialDate | None = None

    @property
    def is_conflict(self) -> bool:
        """Tell whether the register's value changed after the day that the file tells of."""
        return (
            self.changed_on is not None
            and self.said_on is not None
            and self.changed_on > self.said_on.last_day
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A draft, the project it tells of (None: a new one), what would change, and which other projects come near.

    `silent` names fields that the register has and the file does not. `twins` are the indices of other cards of the
    file that tell the same project; `is_close` says that the choice of the project is a question for a person.
    """

    draft: Draft
    match: Match | None = None
    alternatives: tuple[Match, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    silent: tuple[str, ...] = ()
    twins: tuple[int, ...] = ()
    is_close: bool = False

    @property
    def kind(self) -> ProposalKind:
        """Tell what it asks for: a conflict in any field makes it one."""
        if self.match is None:
            return ProposalKind.NEW
        if any(change.is_conflict for change in self.changes):
            return ProposalKind.CONFLICT
        return ProposalKind.CHANGED if self.changes else ProposalKind.SAME

    @property
    def known(self) -> Known | None:
        """Give the project with the version it was compared with."""
        return self.match.known if self.match else None


def propose_draft(
    draft: Draft,
    assignment: Assignment,
    changed_on: Mapping[str, date],
    twins: tuple[int, ...] = (),
) -> Proposal:
    """Compare a draft with the project that was found for it or chosen by a person.

    `changed_on` tells by field key of which day the register's value is: the day of a person's edit, or the date of
    the report that the value came from.
    """
    if assignment.match is None:
        return Proposal(draft, None, assignment.alternatives, twins=twins, is_close=assignment.is_close)
    differences = card_changes(assignment.match.known.card, draft.card)
    said = tuple(change for change in differences if change.new is not None)
    return Proposal(
        draft,
        assignment.match,
        assignment.alternatives,
        tuple(_dated(change, draft, changed_on) for change in said),
        tuple(change.key for change in differences if change.new is None),
        twins,
        assignment.is_close,
    )


def _dated(change: Change, draft: Draft, changed_on: Mapping[str, date]) -> FieldChange:
    return FieldChange(change, changed_on.get(change.key), draft.said_on.get(change.key, draft.reported_on))
