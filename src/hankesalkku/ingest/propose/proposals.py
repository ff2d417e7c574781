"""Makes proposals of the cards of a file and the register's, which are given: nothing is looked up or written here.

Source: DESIGN.md 3, stages of reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.matching import Known, assign, twins
from hankesalkku.core.card.proposal import Draft, Proposal, propose_draft
from hankesalkku.core.values.dates import PartialDate

ChangedOn = Mapping[UUID, Mapping[str, date]]
"""Of which day the register's values are, by project and field key."""


def propose(
    document: CardDocument,
    register: Sequence[Known],
    changed_on: ChangedOn,
    *,
    reported_on: PartialDate | None = None,
) -> tuple[Proposal, ...]:
    """Propose every card of a document, in its order; no project is given to two cards.

    `reported_on` is the day of the report where the document does not state it, or states another.
    """
    day = reported_on or document.date
    return propose_drafts(
        [Draft(index, card, day) for index, card in enumerate(document.cards)], register, changed_on
    )


def propose_drafts(
    drafts: Sequence[Draft], register: Sequence[Known], changed_on: ChangedOn
) -> tuple[Proposal, ...]:
    """Propose drafts, each of which has its own day, as cards put together from several years' files have."""
    cards = [draft.card for draft in drafts]
    groups = twins(cards)
    found = []
    for place, (draft, assignment) in enumerate(zip(drafts, assign(cards, register), strict=True)):
        days = changed_on.get(assignment.match.known.id, {}) if assignment.match else {}
        others = tuple(
            drafts[other].index for group in groups if place in group for other in group if other != place
        )
        found.append(propose_draft(draft, assignment, days, others))
    return tuple(found)
