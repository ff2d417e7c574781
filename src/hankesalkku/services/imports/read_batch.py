"""Reads the files of an import in the background: read, match with the register, check, draw the pages.

Each stage writes in one transaction of its own and is left out when it was done before, so that a job that is run
again goes on where the last one stopped (P4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange import card_to_dict, document_to_dict, places_to_list
from hankesalkku.core.card.proposal import Proposal as Proposed
from hankesalkku.core.findings.exchange import finding_to_dict
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.language.wording import Wording
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.ingest.refusal import CannotRead, Reason
from hankesalkku.services.audit.act import demand
from hankesalkku.services.errors import NotFound
from hankesalkku.services.files.keep import file_bytes
from hankesalkku.services.imports.documents import (
    FileDocument,
    Prepared,
    checked,
    documents_of,
    of_card,
    prepared_cards,
    worst_of,
)
from hankesalkku.services.imports.learned import learned_of
from hankesalkku.services.imports.proposing import propose_to_register
from hankesalkku.services.imports.source_pages import keep_pictures, keep_text
from hankesalkku.services.imports.storable import storable
from hankesalkku.services.jobs.work import Progress
from hankesalkku.services.moment import new_key, now, today
from hankesalkku.store.models import ImportBatch, ImportedFile, Leftover, Proposal
from hankesalkku.store.queries.imports import BatchSeen, ImportedFileSeen, batch_of

READ, RECOGNISE, CHECK, PICTURES = "read", "recognise", "check", "pictures"
STEPS = (READ, RECOGNISE, CHECK)
"""The steps that a person waits for; pictures are drawn while the review is open already."""


def batch_read(actor: Actor, arguments: Mapping[str, object], progress: Progress) -> None:
    """Read an import's files and propose what they hold.

    Raises:
        NotFound, NotAllowed: the import is gone, or who brought it in may no more.
        Cancelled: somebody asked for the end.
    """
    demand(actor, Action.IMPORT_UPLOAD, Subject(actor.organisation))
    batch = _batch(actor, arguments)
    waiting = [file for file in batch.files if file.state == "queued"]
    for number, file in enumerate(waiting):
        progress.step(READ, number, len(waiting))
        _read(file, batch.organisation, progress)
    if batch.state in ("queued", "reading"):
        _propose(actor, batch, progress, today())
    batch = _batch(actor, arguments)
    keep_pictures(batch, lambda done, total: progress.step(PICTURES, done, total))


def _batch(actor: Actor, arguments: Mapping[str, object]) -> BatchSeen:
    found = batch_of(actor.organisation, UUID(str(arguments["batch"]))) if actor.organisation else None
    if found is None:
        raise NotFound(arguments["batch"])
    return found


def _read(file: ImportedFileSeen, organisation: UUID, progress: Progress) -> None:
    """Read one file; a refusal is written down and does not stop the others."""
    content = File(file.name, file_bytes(organisation, file.stored))
    try:
        document = read_cards(content)
        text = keep_text(organisation, content)
    except CannotRead as error:
        _refuse(file, error, progress)
        return
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError) as error:
        # A fault of a reader must look like any other file that cannot be read; its tests are in the readers' own.
        _refuse(file, CannotRead(Reason.READER_CRASHED, detail=type(error).__name__), progress)
        return
    with transaction.atomic():
        progress.hold()
        _write_document(file, organisation, document, text)


def _refuse(file: ImportedFileSeen, error: CannotRead, progress: Progress) -> None:
    refusal = {"reason": error.reason.value, "place": error.place, "detail": error.detail}
    with transaction.atomic():
        progress.hold()
        ImportedFile.objects.filter(id=file.id).update(state="refused", refusal=storable(refusal))


def _write_document(
    file: ImportedFileSeen, organisation: UUID, document: CardDocument, text: UUID | None
) -> None:
    coverage = document.coverage
    ImportedFile.objects.filter(id=file.id).update(
        state="read",
        document=storable(document_to_dict(document)),
        text_id=text,
        pages=document.source.pages if document.source else None,
        cards=len(document.cards),
        characters=coverage.characters if coverage else 0,
        placed=coverage.placed if coverage else 0,
    )
    Leftover.objects.filter(imported_file=file.id).delete()
    Leftover.objects.bulk_create(
        Leftover(
            id=new_key(),
            organisation_id=organisation,
            imported_file_id=file.id,
            position=position,
            text=storable(piece.text),
            places=places_to_list(piece.places),
        )
        for position, piece in enumerate(document.unread)
    )


def _propose(actor: Actor, batch: BatchSeen, progress: Progress, day: date) -> None:
    progress.step(RECOGNISE)
    files = documents_of(batch.id, learned_of(batch.organisation))
    cards = prepared_cards(files) if files else ()
    proposals = propose_to_register(actor, [card.draft for card in cards])
    progress.step(CHECK, 0, len(cards))
    findings = checked(files, [card.draft.card for card in cards], day) if files else ()
    with transaction.atomic():
        progress.hold()
        _write_proposals(batch, files, cards, proposals, findings)
        state = "review" if files else "failed"
        ImportBatch.objects.filter(id=batch.id).update(state=state, changed_at=now())


def _write_proposals(
    batch: BatchSeen,
    files: Sequence[FileDocument],
    cards: Sequence[Prepared],
    proposals: Sequence[Proposed],
    findings: Sequence[Finding],
) -> None:
    wording = Wording("fi")
    Proposal.objects.filter(imported_file__batch=batch.id).delete()
    Proposal.objects.bulk_create(
        _row(batch.organisation, position, card, proposal, of_card(findings, position), wording)
        for position, (card, proposal) in enumerate(zip(cards, proposals, strict=True))
    )
    if files:
        whole = [finding_to_dict(finding, wording) for finding in findings if not finding.cards]
        ImportedFile.objects.filter(id=files[0].file).update(findings=whole)
    for file in files:
        iso = file.reported_on.iso if file.reported_on else ""
        ImportedFile.objects.filter(id=file.file, report_date="").update(report_date=iso)


def _row(
    organisation: UUID,
    position: int,
    card: Prepared,
    proposal: Proposed,
    findings: Sequence[Finding],
    wording: Wording,
) -> Proposal:
    match = proposal.match
    at = now()
    return Proposal(
        id=new_key(),
        organisation_id=organisation,
        imported_file_id=card.file,
        position=position,
        name=(card.draft.card.name or "")[:500],
        card=card_to_dict(card.draft.card),
        findings=[finding_to_dict(finding, wording) for finding in findings],
        worst=worst_of(findings),
        kind=proposal.kind.value,
        match_id=match.known.id if match else None,
        match_version=match.known.version if match else None,
        match_score=match.score if match else 0,
        match_reasons=reasons_to_list(proposal),
        alternatives=[{"project": str(m.known.id), "score": m.score} for m in proposal.alternatives],
        is_close=proposal.is_close,
        twins=list(proposal.twins),
        origins=card.origins,
        created_at=at,
        changed_at=at,
    )


def reasons_to_list(proposal: Proposed) -> list[dict[str, str | int]]:
    """Give the reasons of a match in their JSON form."""
    reasons = proposal.match.reasons if proposal.match else ()
    return [{"kind": r.kind.value, "points": r.points, "quoted": r.quoted} for r in reasons]
