"""Accepts proposals (*hyväksy*): only here does something of a file come into the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.choices import Choice, choices_from_dict, chosen_card
from hankesalkku.core.card.exchange import card_to_dict
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.services.audit.act import Act, acting, demand
from hankesalkku.services.errors import Conflict, Fault, Invalid, NotFound
from hankesalkku.services.imports.laid_card import (
    printed_card,
    record_with_card,
    source_to_dict,
    sources_of,
)
from hankesalkku.services.imports.open_batch import batch_in_review, close_if_decided, decide, proposal_open
from hankesalkku.services.imports.proposing import propose_again
from hankesalkku.services.moment import new_key
from hankesalkku.services.organisation.units import find_unit
from hankesalkku.services.projects.of_card import record_of_card
from hankesalkku.services.projects.subject import subject_in_units, subject_of
from hankesalkku.services.projects.write import KIND, insert_project, update_project
from hankesalkku.store.models import Project
from hankesalkku.store.queries.imports import BatchSeen, ProposalSeen, proposals_of
from hankesalkku.store.queries.projects import records
from hankesalkku.store.queries.versions import next_number

ERROR_RANK = 0
ACCEPTED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Accepted:
    """What an acceptance made: the project, and whether it is a new one."""

    project: UUID
    number: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class AcceptedMany:
    """What accepting all clean proposals did: how many, and the names of those left since the register changed."""

    accepted: int
    stale: tuple[str, ...] = ()


def proposal_accept(
    actor: Actor, *, batch: int, proposal: UUID, version: int, project_version: int | None, day: date
) -> Accepted:
    """Take a proposal into the register, as a new project or over the one it matches.

    `version` is the proposal's, `project_version` the matched project's as the reviewer saw them.

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting.
        Conflict: somebody decided the proposal, or changed the project, meanwhile; nothing is written.
        Invalid: the card has no name.
    """
    seen = batch_in_review(actor, batch)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        found = proposal_open(seen, proposal, version)
        accepted = _accept(act, seen, found, project_version, day)
        close_if_decided(act, seen)
        return accepted


def proposals_accept_clean(actor: Actor, *, batch: int, day: date) -> AcceptedMany:
    """Accept at once every open proposal without an error, a conflict or a doubtful match.

    A proposal whose project changed since it was compared is left for a person.

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting.
    """
    seen = batch_in_review(actor, batch)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        count, stale = 0, []
        for found in proposals_of(seen.organisation, seen.id):
            if not is_clean(found):
                continue
            try:
                _accept(act, seen, found, found.match_version, day)
                count += 1
            except Conflict:
                stale.append(found.card.name or "")
        close_if_decided(act, seen)
        return AcceptedMany(count, tuple(stale))


def is_clean(proposal: ProposalSeen) -> bool:
    """Tell whether a proposal may be accepted together with others, unseen."""
    return (
        proposal.state == "open"
        and proposal.worst > ERROR_RANK
        and proposal.kind != "conflict"
        and not proposal.is_close
        and not proposal.twins
        and bool(proposal.card.name)
    )


def _accept(
    act: Act, batch: BatchSeen, found: ProposalSeen, project_version: int | None, day: date
) -> Accepted:
    choices = choices_from_dict(found.choices)
    if found.match is None:
        return _as_new(act, batch, found, choices, day)
    return _merged(act, batch, found, choices, project_version, day)


def _as_new(
    act: Act, batch: BatchSeen, found: ProposalSeen, choices: Mapping[str, Choice], day: date
) -> Accepted:
    card = _named(chosen_card(found.card, None, choices))
    unit = find_unit(batch.organisation, card.unit)
    units = frozenset({unit} if unit else ())
    demand(act.actor, Action.PROJECT_CREATE, subject_in_units(batch.organisation, units))
    record = record_of_card(
        act,
        card,
        organisation=batch.organisation,
        key=new_key(),
        number=next_number(batch.organisation, "project"),
        report_date=_file(batch, found).report_date,
        sources=sources_of(act, found.card, choices, files_of(found)),
    )
    decide(act, found, state="accepted", result_id=record.id, result_version=1)
    made = insert_project(act, record, day=day)
    _write_past(act, made, found)
    return Accepted(made.id, made.number, is_new=True)


def _merged(
    act: Act,
    batch: BatchSeen,
    found: ProposalSeen,
    choices: Mapping[str, Choice],
    project_version: int | None,
    day: date,
) -> Accepted:
    record = _locked(batch.organisation, found)
    demand(act.actor, Action.PROJECT_EDIT, subject_of(record))
    if record.version != project_version:
        raise Conflict(record.version)
    register = printed_card(record)
    card = _named(chosen_card(found.card, register, choices))
    sources = sources_of(act, found.card, choices, files_of(found), register=register)
    wanted = record_with_card(act, record, card, sources)
    wanted = replace(wanted, report_date=_later(record.report_date, _file(batch, found).report_date))
    before = _before(record, card)
    made = update_project(act, record, wanted, day=day)
    changed = made.version != record.version
    decide(
        act,
        found,
        state="accepted",
        result_id=record.id,
        result_version=made.version,
        before=before if changed else None,
    )
    _write_past(act, made, found)
    return Accepted(record.id, record.number, is_new=False)


def files_of(found: ProposalSeen) -> dict[str, UUID]:
    """Tell by row key from which file each row of a proposal is."""
    rows = found.origins.get("rows", {})
    return {row.key: UUID(rows[row.key]) if row.key in rows else found.file for row in found.card.rows}


def _before(record: ProjectRecord, after: Card) -> dict[str, Any]:
    """Keep what an undo needs: the card and its rows' sources before, the card after."""
    return {
        "card": card_to_dict(printed_card(record)),
        "after": card_to_dict(after),
        "sources": {key: source_to_dict(source) for key, source in record.sources.items()},
        "report_date": record.report_date,
    }


def _write_past(act: Act, record: ProjectRecord, found: ProposalSeen) -> None:
    """Write what older files of the import say into the project's history: older values are not lost."""
    for past in found.origins.get("past", ()):
        old = {f"row:{past['key']}": past["text"], "report_date": past["date"]}
        text = next((row.text for row in record.card.rows if row.key == past["key"]), "")
        new = {f"row:{past['key']}": text, "report_date": record.report_date}
        act.changed(KIND, record.id, old, new, action="import.past_value")


def _locked(organisation: UUID, found: ProposalSeen) -> ProjectRecord:
    """Read the matched project with its row locked.

    Raises:
        NotFound: it is gone.
    """
    assert found.match is not None, "a merge has a project"
    Project.objects.select_for_update().filter(organisation=organisation, id=found.match).first()
    record = next(iter(records(organisation, [found.match])), None)
    if record is None:
        raise NotFound(found.match)
    return record


def _named(card: Card) -> Card:
    if not card.name:
        raise Invalid(Fault("name", "fault.name_missing"))
    return card


def _file(batch: BatchSeen, found: ProposalSeen) -> Any:  # noqa: ANN401 - the file's facts
    return next(file for file in batch.files if file.id == found.file)


def _later(one: str, other: str) -> str:
    days = [PartialDate.from_iso(text) for text in (one, other) if text]
    return max(days, key=lambda day: day.last_day).iso if days else ""


def stale_since(record: ProjectRecord, found: ProposalSeen) -> bool:
    """Tell whether a project changed after the proposal was compared with it, in a field that the card speaks of."""
    if record.version == found.match_version:
        return False
    day = PartialDate.from_iso(record.report_date) if record.report_date else None
    return bool(propose_again(found.card, record, day).changes)
