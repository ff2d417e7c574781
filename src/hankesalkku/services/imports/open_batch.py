"""What every act on a proposal begins and ends with: the import open for review, the proposal as it was seen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.audit.act import Act, demand
from hankesalkku.services.errors import Conflict, NotFound
from hankesalkku.store.models import ImportBatch, Proposal
from hankesalkku.store.queries.imports import BatchSeen, ProposalSeen, batch_numbered, proposals_of
from hankesalkku.store.queries.versions import update_versioned

REVIEWED = ("review", "done")
"""States in which proposals may be looked at and, while open, decided."""


def batch_seen(actor: Actor, number: int, action: Action = Action.IMPORT_VIEW) -> BatchSeen:
    """Give an import of the actor's organisation.

    Raises:
        NotFound: there is none of that number.
        NotAllowed: the actor may not.
    """
    demand(actor, action, Subject(actor.organisation))
    found = batch_numbered(actor.organisation, number) if actor.organisation else None
    if found is None:
        raise NotFound(number)
    return found


def batch_in_review(actor: Actor, number: int) -> BatchSeen:
    """Give an import whose proposals may be decided.

    Raises:
        NotFound: there is none, or it is not open.
    """
    found = batch_seen(actor, number, Action.IMPORT_REVIEW)
    if found.state not in REVIEWED:
        raise NotFound(number)
    return found


def proposal_open(batch: BatchSeen, key: UUID, version: int) -> ProposalSeen:
    """Give a proposal that nobody has decided, as the reviewer saw it.

    Raises:
        NotFound: the import has no such proposal.
        Conflict: somebody decided or changed it meanwhile; it says who.
    """
    found = next(iter(proposals_of(batch.organisation, batch.id, [key])), None)
    if found is None:
        raise NotFound(key)
    if found.state != "open" or found.version != version:
        at = found.decided_at.isoformat() if found.decided_at else ""
        raise Conflict(found.version, by=found.decided_by, at=at)
    return found


def change(act: Act, found: ProposalSeen, **columns: Any) -> None:  # noqa: ANN401 - columns
    """Change a proposal that still has the version seen; whoever does is named on it.

    Raises:
        Conflict: it has another version by now.
    """
    values = {
        "changed_at": act.at,
        "decided_by_id": act.actor.user,
        "decided_by_name": act.actor.name,
        "decided_at": act.at,
        **columns,
    }
    if not update_versioned(
        Proposal, organisation=act.organisation, key=found.id, version=found.version, **values
    ):
        raise Conflict(found.version + 1)


def decide(act: Act, found: ProposalSeen, *, state: str, **columns: Any) -> None:  # noqa: ANN401 - columns
    """Decide a proposal, and note it in the act.

    Raises:
        Conflict: see change.
    """
    change(act, found, state=state, **columns)
    result = columns.get("result_id")
    new = {"state": state, "name": found.card.name, "project": str(result) if result else None}
    if columns.get("reason"):
        new["reason"] = columns["reason"]
    act.changed("import.proposal", found.id, {"state": found.state}, new)


def close_if_decided(act: Act, batch: BatchSeen) -> None:
    """Call an import done when its last proposal is decided, and open again when one is open again."""
    waiting = Proposal.objects.filter(imported_file__batch=batch.id, state="open").exists()
    state = "review" if waiting else "done"
    ImportBatch.objects.filter(id=batch.id, state__in=REVIEWED).update(state=state, changed_at=act.at)
