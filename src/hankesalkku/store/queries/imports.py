"""Imports asked for: batches with their files, proposals, what found no place, pages as pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.exchange_reading import card_from_dict, places_from_list
from hankesalkku.core.findings.exchange import finding_from_dict
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.values.place import Place
from hankesalkku.store.models import ImportBatch, ImportedFile, Leftover, PagePicture, Proposal

Json = dict[str, Any]
WAITING, BROKEN_OFF = ("queued", "reading"), ("failed", "cancelled")
"""States of an import before there are proposals, and of a job that will not bring them."""


@dataclass(frozen=True, slots=True)
class ImportedFileSeen:
    """A file of a batch: what it is called, where its bytes are, what came of reading it."""

    id: UUID
    batch: UUID
    position: int
    name: str
    stored: UUID
    sha256: str
    size: int
    media_type: str
    format: str
    state: str
    refusal: Json | None
    report_date: str
    pages: int | None
    cards: int
    characters: int
    placed: int
    text: UUID | None

    @property
    def percent_placed(self) -> int:
        """Give the share of the characters that found a place, rounded down: 100 only where all did."""
        return 100 * self.placed // self.characters if self.characters else 100


@dataclass(frozen=True, slots=True)
class BatchSeen:
    """An import: its number, state, who and when, its job, its files in order."""

    id: UUID
    organisation: UUID
    number: int
    version: int
    state: str
    by: str
    at: datetime
    job: UUID | None
    mapping: UUID | None
    undone_at: datetime | None
    undo_left: tuple[Json, ...]
    files: tuple[ImportedFileSeen, ...]


@dataclass(frozen=True, slots=True)
class BatchLine:
    """An import as the ledger lists it, with the counts of its proposals."""

    batch: BatchSeen
    cards: int
    accepted: int
    skipped: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal as the list of cards shows it; `worst` is the rank of its gravest finding (3: none)."""

    id: UUID
    version: int
    name: str
    kind: str
    state: str
    worst: int
    match_version: int | None


@dataclass(frozen=True, slots=True)
class ProposalSeen:
    """A proposal whole. `card` is as read; `choices` are the reviewer's, by field key."""

    id: UUID
    batch: UUID
    file: UUID
    position: int
    version: int
    card: Card
    findings: tuple[Finding, ...]
    worst: int
    kind: str
    match: UUID | None
    match_version: int | None
    match_score: int
    match_reasons: tuple[Json, ...]
    alternatives: tuple[Json, ...]
    is_close: bool
    twins: tuple[int, ...]
    choices: Mapping[str, Json]
    origins: Json
    state: str
    reason: str
    decided_by: str
    decided_at: datetime | None
    result: UUID | None
    result_version: int | None
    before: Json | None


@dataclass(frozen=True, slots=True)
class LeftoverSeen:
    """Text that found no place, where it stands, and what a person made of it."""

    id: UUID
    file: UUID
    text: str
    places: tuple[Place, ...]
    state: str
    field: str


@dataclass(frozen=True, slots=True)
class PictureSeen:
    """A page as a picture: its stored file and its size in pixels and points."""

    file: UUID
    number: int
    stored: UUID
    width: int
    height: int
    points_wide: float
    points_high: float


def batch_numbered(organisation: UUID, number: int) -> BatchSeen | None:
    """Give the import of a number, None where there is none."""
    row = _rows(organisation).filter(number=number).first()
    return next(iter(_batches([row])), None) if row else None


def batch_of(organisation: UUID, key: UUID) -> BatchSeen | None:
    """Give an import, None where there is none."""
    row = _rows(organisation).filter(id=key).first()
    return next(iter(_batches([row])), None) if row else None


def batches(organisation: UUID, *, before: int | None = None, count: int = 50) -> tuple[BatchLine, ...]:
    """Give the latest imports, newest first; `before` is the number of the last one seen."""
    rows = _rows(organisation).order_by("-number")
    if before is not None:
        rows = rows.filter(number__lt=before)
    found = _batches(rows[:count])
    counts = _counts(organisation, [batch.id for batch in found])
    nothing = (0, 0, 0, 0, 0)
    return tuple(BatchLine(batch, *counts.get(batch.id, nothing)) for batch in found)


def _counts(organisation: UUID, keys: Sequence[UUID]) -> dict[UUID, tuple[int, int, int, int, int]]:
    """Count the proposals of imports: all, accepted, skipped, with errors, with warnings at worst."""
    rows = Proposal.objects.filter(organisation=organisation, imported_file__batch__in=keys)
    counted = rows.values_list("imported_file__batch").annotate(
        cards=Count("id"),
        accepted=Count("id", filter=Q(state="accepted")),
        skipped=Count("id", filter=Q(state="skipped")),
        errors=Count("id", filter=Q(worst=0)),
        warnings=Count("id", filter=Q(worst=1)),
    )
    return {key: (cards, *rest) for key, cards, *rest in counted}


def earlier_import(organisation: UUID, sha256: str) -> BatchSeen | None:
    """Give the last import of the same bytes that still stands: not failed, cancelled, undone or refused."""
    file = (
        ImportedFile.objects.filter(organisation=organisation, file__sha256=sha256)
        .exclude(state="refused")
        .exclude(batch__state__in=("failed", "cancelled", "undone"))
        .exclude(batch__state__in=WAITING, batch__job__state__in=BROKEN_OFF)
        .order_by("-batch__number")
        .select_related("batch__job")
        .first()
    )
    return next(iter(_batches([file.batch])), None) if file else None


def proposal_lines(organisation: UUID, batch: UUID) -> tuple[ProposalLine, ...]:
    """Give the proposals of an import in the order of its files and cards."""
    rows = _proposals(organisation, batch).values_list(
        "id", "version", "name", "kind", "state", "worst", "match_version"
    )
    return tuple(ProposalLine(*row) for row in rows)


def proposals_of(
    organisation: UUID, batch: UUID, keys: Sequence[UUID] | None = None
) -> tuple[ProposalSeen, ...]:
    """Give the proposals of an import whole, in order; only those of `keys` where these are given."""
    rows = _proposals(organisation, batch).select_related("imported_file")
    return tuple(_proposal(row) for row in (rows if keys is None else rows.filter(id__in=keys)))


def leftovers_of(organisation: UUID, batch: UUID) -> tuple[LeftoverSeen, ...]:
    """Give the texts of an import that found no place, in order."""
    rows = Leftover.objects.filter(organisation=organisation, imported_file__batch=batch)
    return tuple(
        LeftoverSeen(
            row.id, row.imported_file_id, row.text, places_from_list(row.places), row.state, row.field
        )
        for row in rows.order_by("imported_file__position", "position")
    )


def pictures_of(organisation: UUID, file: UUID) -> dict[int, PictureSeen]:
    """Give the pictures of a file's pages by page number."""
    rows = PagePicture.objects.filter(organisation=organisation, imported_file=file)
    return {
        row.number: PictureSeen(
            file, row.number, row.file_id, row.width, row.height, row.points_wide, row.points_high
        )
        for row in rows
    }


def _rows(organisation: UUID) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(organisation=organisation).select_related("job")


def _batches(rows: QuerySet[ImportBatch] | list[ImportBatch]) -> tuple[BatchSeen, ...]:
    listed = list(rows)
    files: dict[UUID, list[ImportedFileSeen]] = {row.id: [] for row in listed}
    found = (
        ImportedFile.objects.filter(batch__in=files)
        .select_related("file")
        .defer("document", "findings", "table")
    )
    for file in found.order_by("position"):
        files[file.batch_id].append(_file(file))
    return tuple(
        BatchSeen(
            row.id,
            row.organisation_id,
            row.number,
            row.version,
            _state(row),
            row.imported_by_name,
            row.created_at,
            row.job_id,
            row.mapping_id,
            row.undone_at,
            tuple(row.undo_left),
            tuple(files[row.id]),
        )
        for row in listed
    )


def _state(row: ImportBatch) -> str:
    """Tell where an import stands: one whose reading has failed or was cancelled has no proposals to wait for."""
    if row.state in WAITING and row.job and row.job.state in BROKEN_OFF:
        return row.job.state
    return row.state


def _file(row: ImportedFile) -> ImportedFileSeen:
    return ImportedFileSeen(
        row.id,
        row.batch_id,
        row.position,
        row.name,
        row.file_id,
        row.file.sha256,
        row.file.size,
        row.file.media_type,
        row.format,
        row.state,
        row.refusal,
        row.report_date,
        row.pages,
        row.cards,
        row.characters,
        row.placed,
        row.text_id,
    )


def _proposals(organisation: UUID, batch: UUID) -> QuerySet[Proposal]:
    rows = Proposal.objects.filter(organisation=organisation, imported_file__batch=batch)
    return rows.order_by("imported_file__position", "position")


def _proposal(row: Proposal) -> ProposalSeen:
    return ProposalSeen(
        id=row.id,
        batch=row.imported_file.batch_id,
        file=row.imported_file_id,
        position=row.position,
        version=row.version,
        card=card_from_dict(row.card),
        findings=tuple(finding_from_dict(finding) for finding in row.findings),
        worst=row.worst,
        kind=row.kind,
        match=row.match_id,
        match_version=row.match_version,
        match_score=row.match_score,
        match_reasons=tuple(row.match_reasons),
        alternatives=tuple(row.alternatives),
        is_close=row.is_close,
        twins=tuple(row.twins),
        choices=row.choices,
        origins=row.origins,
        state=row.state,
        reason=row.reason,
        decided_by=row.decided_by_name,
        decided_at=row.decided_at,
        result=row.result_id,
        result_version=row.result_version,
        before=row.before,
    )
