"""The ledger of imports (*aiemmat tuonnit*), how far one has come, and what of it can be fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.audit.act import LogClass, acting, demand
from hankesalkku.services.errors import NotFound
from hankesalkku.services.files.keep import File, file_open
from hankesalkku.services.imports.open_batch import batch_seen
from hankesalkku.services.jobs.queue import JobSeen, job_cancel, job_retry, job_seen
from hankesalkku.store.models import ImportBatch
from hankesalkku.store.queries.imports import (
    BatchLine,
    BatchSeen,
    ImportedFileSeen,
    batches,
    leftovers_of,
    pictures_of,
    proposal_lines,
)

LINES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far the reading of an import is. `state` is the import's, or failed or cancelled where its job is."""

    batch: BatchSeen
    job: JobSeen | None
    state: str
    cards: int
    errors: int
    warnings: int
    leftovers: int

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more happens by itself."""
        return self.state not in ("queued", "reading")

    @property
    def unread_characters(self) -> int:
        """Count the characters that found no place."""
        return sum(file.characters - file.placed for file in self.batch.files)


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file of an import in the list: its place, name, size in bytes."""

    position: int
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class ImportLine:
    """An import as the list shows it; errors and warnings count cards by their gravest finding."""

    number: int
    state: str
    at: datetime
    by: str
    files: tuple[FileLine, ...]
    cards: int
    accepted: int
    skipped: int
    errors: int
    warnings: int


def imports_list(actor: Actor, *, before: int | None = None) -> tuple[ImportLine, ...]:
    """Give the latest imports, newest first.

    Raises:
        NotAllowed: the actor may not.
    """
    demand(actor, Action.IMPORT_VIEW, Subject(actor.organisation))
    found = batches(actor.organisation, before=before, count=LINES_AT_ONCE) if actor.organisation else ()
    return tuple(_line(line) for line in found)


def import_progress(actor: Actor, *, batch: int) -> ImportProgress:
    """Tell how far an import is.

    Raises:
        NotFound, NotAllowed: see batch_seen.
    """
    seen = batch_seen(actor, batch)
    job = job_seen(seen.job) if seen.job else None
    lines = proposal_lines(seen.organisation, seen.id)
    return ImportProgress(
        seen,
        job,
        seen.state,
        len(lines),
        sum(1 for line in lines if line.worst == 0),
        sum(1 for line in lines if line.worst == 1),
        sum(1 for one in leftovers_of(seen.organisation, seen.id) if one.state == "open"),
    )


def import_cancel(actor: Actor, *, batch: int) -> None:
    """Stop the reading of an import; nothing of it is proposed.

    Raises:
        NotFound, NotAllowed, ReadOnly: see batch_seen and acting.
    """
    seen = batch_seen(actor, batch, Action.IMPORT_UPLOAD)
    with acting(actor, Action.IMPORT_UPLOAD, Subject(actor.organisation)) as act:
        if seen.job and seen.state in ("queued", "reading"):
            job_cancel(seen.job)
            act.changed("import", seen.id, {"state": seen.state}, {"state": "cancelled"})


def import_retry(actor: Actor, *, batch: int) -> None:
    """Read an import anew whose reading failed or was cancelled.

    Raises:
        NotFound, NotAllowed, ReadOnly: see batch_seen and acting.
    """
    seen = batch_seen(actor, batch, Action.IMPORT_UPLOAD)
    with acting(actor, Action.IMPORT_UPLOAD, Subject(actor.organisation)) as act:
        if seen.job and job_retry(seen.job):
            ImportBatch.objects.filter(id=seen.id, state="failed").update(state="queued", changed_at=act.at)
            act.changed("import", seen.id, {"state": "failed"}, {"state": "queued"})


def import_original(actor: Actor, *, batch: int, position: int) -> File:
    """Give a file as it was brought in; that it left the house is logged.

    Raises:
        NotFound, NotAllowed: see batch_seen.
    """
    seen = batch_seen(actor, batch)
    file = _file(seen, position)
    with acting(actor, Action.IMPORT_VIEW, Subject(actor.organisation), log_class=LogClass.DISCLOSURE) as act:
        act.noted("import.file", file.id, name=file.name, sha256=file.sha256)
    return file_open(seen.organisation, file.stored, file.name)


def import_picture(actor: Actor, *, batch: int, position: int, page: int) -> File:
    """Give the picture of a page.

    Raises:
        NotFound, NotAllowed: see batch_seen; NotFound also where there is no picture.
    """
    seen = batch_seen(actor, batch)
    picture = pictures_of(seen.organisation, _file(seen, position).id).get(page)
    if picture is None:
        raise NotFound(page)
    return file_open(seen.organisation, picture.stored, f"{batch}-{position}-{page}.png")


def imported_file(actor: Actor, *, batch: int, position: int) -> tuple[BatchSeen, ImportedFileSeen]:
    """Give a file of an import with the import.

    Raises:
        NotFound, NotAllowed: see batch_seen.
    """
    seen = batch_seen(actor, batch)
    return seen, _file(seen, position)


def waiting_for_review(organisation: UUID) -> int:
    """Count the imports with open proposals, for a coordinator's tasks."""
    return ImportBatch.objects.filter(organisation=organisation, state="review").count()


def _line(line: BatchLine) -> ImportLine:
    batch = line.batch
    return ImportLine(
        batch.number,
        batch.state,
        batch.at,
        batch.by,
        tuple(FileLine(file.position, file.name, file.size) for file in batch.files),
        line.cards,
        line.accepted,
        line.skipped,
        line.errors,
        line.warnings,
    )


def _file(batch: BatchSeen, position: int) -> ImportedFileSeen:
    found = next((file for file in batch.files if file.position == position), None)
    if found is None:
        raise NotFound(position)
    return found
