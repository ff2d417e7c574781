"""Takes an import back (*peru tuonti*): what nobody changed since becomes as it was, the rest is listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.diff import card_changes
from hankesalkku.core.card.exchange_reading import card_from_dict
from hankesalkku.core.card.merge import with_field
from hankesalkku.core.card.record import ProjectRecord, RowSource
from hankesalkku.services.audit.act import Act, acting
from hankesalkku.services.errors import AlreadyDone
from hankesalkku.services.imports.laid_card import printed_card, record_with_card
from hankesalkku.services.imports.open_batch import batch_seen, decide
from hankesalkku.services.projects.write import delete_project, update_project
from hankesalkku.store.models import Comment, Document, ImportBatch, Project
from hankesalkku.store.queries.imports import BatchSeen, ProposalSeen, proposals_of
from hankesalkku.store.queries.projects import records

CASE_URL = "case_url"


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A project that the undo did not take back whole: the fields that somebody changed since (none: all of it)."""

    project: UUID
    number: int
    name: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: projects taken away, projects set back, and what was left alone."""

    removed: int
    restored: int
    left: tuple[LeftAlone, ...]


def import_undo(actor: Actor, *, batch: int, day: date) -> Undone:
    """Take back every acceptance of an import as far as nobody changed the project or the field since.

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting.
        AlreadyDone: it was undone before.
    """
    seen = batch_seen(actor, batch, Action.IMPORT_UNDO)
    if seen.state == "undone":
        raise AlreadyDone(seen.id)
    with acting(actor, Action.IMPORT_UNDO, Subject(actor.organisation)) as act:
        removed = restored = 0
        left: list[LeftAlone] = []
        for proposal in proposals_of(seen.organisation, seen.id):
            if proposal.state != "accepted":
                continue
            outcome = _take_back(act, seen, proposal, day)
            removed += outcome == "removed"
            restored += outcome == "restored"
            if isinstance(outcome, LeftAlone):
                left.append(outcome)
        _close(act, seen, left)
        return Undone(removed, restored, tuple(left))


def _close(act: Act, batch: BatchSeen, left: list[LeftAlone]) -> None:
    told = [
        {"project": str(one.project), "number": one.number, "name": one.name, "fields": list(one.fields)}
        for one in left
    ]
    ImportBatch.objects.filter(id=batch.id).update(
        state="undone", undone_at=act.at, changed_at=act.at, undo_left=told, version=batch.version + 1
    )
    act.changed("import", batch.id, {"state": batch.state}, {"state": "undone", "left": len(left)})


def _take_back(act: Act, batch: BatchSeen, proposal: ProposalSeen, day: date) -> str | LeftAlone:
    if proposal.result is None:
        return "gone"
    Project.objects.select_for_update().filter(id=proposal.result).first()
    record = next(iter(records(batch.organisation, [proposal.result])), None)
    if record is None:
        return "gone"
    if proposal.match is not None and proposal.before is None:
        decide(act, proposal, state="undone")
        return "unchanged"
    if proposal.before is not None:
        return _set_back(act, record, proposal, proposal.before, day)
    if record.version != proposal.result_version or _is_spoken_of(record):
        return LeftAlone(record.id, record.number, record.card.name or "")
    decide(act, proposal, state="undone", result_id=None)
    delete_project(act, record)
    return "removed"


def _is_spoken_of(record: ProjectRecord) -> bool:
    """Tell whether people have put something beside the project that would go with it."""
    return any(model._default_manager.filter(project=record.id).exists() for model in (Comment, Document))


def _set_back(
    act: Act, record: ProjectRecord, proposal: ProposalSeen, before: Mapping[str, Any], day: date
) -> str | LeftAlone:
    """Give the fields that the import changed their earlier values, except those that somebody changed since."""
    old, after = card_from_dict(before["card"]), card_from_dict(before["after"])
    now = printed_card(record)
    written = [change.key for change in card_changes(old, after)]
    since = {change.key for change in card_changes(after, now)}
    card = _with_fields(now, old, [key for key in written if key not in since])
    sources = {key: _source(before["sources"].get(key), old, key) for key in written if key not in since}
    wanted = record_with_card(act, record, card, sources)
    if record.version == proposal.result_version:
        wanted = replace(wanted, report_date=before["report_date"])
    decide(act, proposal, state="undone")
    update_project(act, record, wanted, day=day)
    kept = tuple(key for key in written if key in since)
    return LeftAlone(record.id, record.number, record.card.name or "", kept) if kept else "restored"


def _with_fields(card: Card, source: Card, keys: list[str]) -> Card:
    for key in keys:
        is_link = key == CASE_URL
        card = replace(card, case_url=source.case_url) if is_link else with_field(card, key, source)
    return card


def _source(told: Mapping[str, Any] | None, card: Card, key: str) -> RowSource:
    """Read back where a row's text came from before."""
    if told is None:
        return RowSource()
    places = next((row.places for row in card.rows if row.key == key), ())
    at = datetime.fromisoformat(told["changed_at"]) if told["changed_at"] else None
    file = UUID(told["file"]) if told["file"] else None
    return RowSource(file, told["original"], places, at, told["changed_by"])
