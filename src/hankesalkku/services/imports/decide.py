"""A reviewer's decisions on a proposal short of accepting it: fields, the project it tells of, skipping."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.may import may
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.card.choices import Choice, Take, choices_from_dict, choices_to_dict, chosen_card
from hankesalkku.core.card.merge import field_text, keys_of
from hankesalkku.core.findings.exchange import finding_to_dict
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.services.audit.act import acting
from hankesalkku.services.errors import Fault, Invalid, NotFound
from hankesalkku.services.imports.documents import checked, documents_of, of_card, worst_of
from hankesalkku.services.imports.learned import learned_of
from hankesalkku.services.imports.open_batch import (
    batch_in_review,
    change,
    close_if_decided,
    decide,
    proposal_open,
)
from hankesalkku.services.imports.proposing import propose_again
from hankesalkku.services.imports.read_batch import reasons_to_list
from hankesalkku.services.projects.subject import subject_of
from hankesalkku.store.models import Leftover
from hankesalkku.store.queries.imports import BatchSeen, ProposalSeen, proposals_of
from hankesalkku.store.queries.projects import record_numbered, records

REASON_LENGTH = 500
CHECKED_TOGETHER = 200
"""Up to so many cards the rules look at all of them again after an edit; beyond, at the edited one alone."""


def proposal_choose(
    actor: Actor, *, batch: int, proposal: UUID, version: int, key: str, choice: Choice, day: date
) -> None:
    """Decide whose value a field takes; the rules look at the card again.

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting.
        Conflict: somebody decided or changed the proposal meanwhile.
        Invalid: there is no such field, or no register's value to take.
    """
    seen = batch_in_review(actor, batch)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        found = proposal_open(seen, proposal, version)
        if key not in keys_of(found.card) or (choice.take is Take.REGISTER and found.match is None):
            raise Invalid(Fault(key, "fault.import.field_unknown"))
        choices = {**choices_from_dict(found.choices), key: choice}
        findings = _findings(seen, found, choices, day)
        change(
            act,
            found,
            choices=choices_to_dict(choices),
            name=(chosen_card(found.card, None, choices).name or "")[:500],
            findings=[finding_to_dict(finding, Wording("fi")) for finding in findings],
            worst=worst_of(findings),
        )


def proposal_match(
    actor: Actor, *, batch: int, proposal: UUID, version: int, project_number: int | None
) -> None:
    """Say which project a card tells of; None says that it is a new one.

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting; NotFound also for a project that the actor does not see.
        Conflict: somebody decided or changed the proposal meanwhile.
    """
    seen = batch_in_review(actor, batch)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        found = proposal_open(seen, proposal, version)
        if project_number is None:
            kept = {k: c for k, c in choices_from_dict(found.choices).items() if c.take is not Take.REGISTER}
            nothing: dict[str, object] = {"match_id": None, "match_version": None, "match_score": 0}
            change(
                act,
                found,
                kind="new",
                is_close=False,
                choices=choices_to_dict(kept),
                match_reasons=[],
                **nothing,
            )
            return
        record = record_numbered(seen.organisation, project_number)
        if record is None or not may(actor, Action.PROJECT_VIEW, subject_of(record)).is_granted:
            raise NotFound(project_number)
        again = propose_again(found.card, record, _reported_on(seen, found))
        assert again.match is not None, "it was compared with a project"
        change(
            act,
            found,
            kind=again.kind.value,
            is_close=False,
            match_id=record.id,
            match_version=record.version,
            match_score=again.match.score,
            match_reasons=reasons_to_list(again),
        )


def proposal_skip(actor: Actor, *, batch: int, proposal: UUID, version: int, reason: str) -> None:
    """Leave a card out of the register, saying why.

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting.
        Conflict: somebody decided or changed the proposal meanwhile.
        Invalid: no reason is given.
    """
    if not reason.strip():
        raise Invalid(Fault("reason", "fault.import.reason_missing"))
    seen = batch_in_review(actor, batch)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        found = proposal_open(seen, proposal, version)
        decide(act, found, state="skipped", reason=reason.strip()[:REASON_LENGTH])
        close_if_decided(act, seen)


def proposal_reopen(actor: Actor, *, batch: int, proposal: UUID, version: int) -> None:
    """Take up a skipped card again.

    Raises:
        NotFound: the import has no skipped card of that key and version.
    """
    seen = batch_in_review(actor, batch)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        found = next(iter(proposals_of(seen.organisation, seen.id, [proposal])), None)
        if found is None or found.state != "skipped" or found.version != version:
            raise NotFound(proposal)
        decide(act, found, state="open", reason="")
        close_if_decided(act, seen)


def leftover_attach(
    actor: Actor, *, batch: int, leftover: UUID, proposal: UUID | None, key: str, day: date
) -> None:
    """Give a text that found no place its place: behind the text of a card's field, or nowhere (`proposal` None).

    Raises:
        NotFound, NotAllowed, ReadOnly: see acting.
        Conflict: somebody decided or changed the proposal meanwhile.
        Invalid: there is no such field.
    """
    seen = batch_in_review(actor, batch)
    row = Leftover.objects.filter(
        organisation=seen.organisation, imported_file__batch=seen.id, id=leftover
    ).first()
    if row is None:
        raise NotFound(leftover)
    with acting(actor, Action.IMPORT_REVIEW, Subject(actor.organisation)) as act:
        places = Leftover.objects.filter(id=leftover, state="open")
        if proposal is None:
            places.update(state="furniture")
            return
        found = next(iter(proposals_of(seen.organisation, seen.id, [proposal])), None)
        if found is None or not places.update(state="attached", proposal_id=proposal, field=key[:200]):
            raise NotFound(proposal)
        card = chosen_card(found.card, None, choices_from_dict(found.choices))
        text = "\n".join(filter(None, (field_text(card, key), row.text)))
        proposal_choose(
            act.actor,
            batch=batch,
            proposal=proposal,
            version=found.version,
            key=key,
            choice=Choice(Take.TEXT, text),
            day=day,
        )


def _reported_on(batch: BatchSeen, found: ProposalSeen) -> PartialDate | None:
    told = next((file.report_date for file in batch.files if file.id == found.file), "")
    return PartialDate.from_iso(told) if told else None


def _findings(
    batch: BatchSeen, found: ProposalSeen, choices: dict[str, Choice], day: date
) -> tuple[Finding, ...]:
    """Run the rules over the edited card beside the import's others; of a long list over it alone."""
    files = documents_of(batch.id, learned_of(batch.organisation))
    record = next(iter(records(batch.organisation, [found.match])), None) if found.match else None
    edited = chosen_card(found.card, record.card if record else None, choices)
    others = proposals_of(batch.organisation, batch.id)
    if len(others) > CHECKED_TOGETHER:
        return of_card(checked(files, [edited], day), 0)
    place = next(place for place, other in enumerate(others) if other.id == found.id)
    cards = [chosen_card(other.card, None, choices_from_dict(other.choices)) for other in others]
    cards[place] = edited
    return of_card(checked(files, cards, day), place)
