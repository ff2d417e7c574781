"""Brings files in (*tuo tiedosto*): one act makes one import of them, which is then read in the background."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from uuid import UUID

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.values.dates import PartialDate, read_date
from hankesalkku.ingest.limits import DEFAULT_LIMITS
from hankesalkku.ingest.read.sniff import Format, sniff
from hankesalkku.ingest.refusal import CannotRead, Reason
from hankesalkku.services.audit.act import Act, acting, demand
from hankesalkku.services.errors import Fault, Invalid
from hankesalkku.services.files.keep import file_keep
from hankesalkku.services.jobs.queue import job_enqueue
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import ImportBatch, ImportedFile
from hankesalkku.store.queries.imports import earlier_import
from hankesalkku.store.queries.versions import next_number

FILES_AT_ONCE = 20
JOB_KIND = "import.read"
PASTED_NAME = "liitetty.txt"
MEDIA_TYPES: dict[Format, str] = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.XLS: "application/vnd.ms-excel",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Format.JSON: "application/json",
    Format.CSV: "text/csv",
    Format.TEXT: "text/plain",
    Format.OWN_TEXT: "text/plain",
}
_NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was sent: the name it was sent under, its bytes, its length (more than the bytes: cut off)."""

    name: str
    content: bytes
    size: int

    @classmethod
    def whole(cls, name: str, content: bytes) -> Brought:
        """Take bytes as they are."""
        return cls(name, content, len(content))


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not taken in: its name, why, and the limit or detail met."""

    name: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file whose bytes were brought in before: the import it belongs to, and when that was."""

    name: str
    number: int
    at: datetime


@dataclass(frozen=True, slots=True)
class UploadOutcome:
    """What became of the files; `number` is the import's, None where there was nothing to take in."""

    number: int | None
    known: tuple[KnownFile, ...] = ()
    refused: tuple[RefusedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Taken:
    name: str
    content: bytes
    format: Format


def import_upload(actor: Actor, *, files: Sequence[Brought], report_date: str = "") -> UploadOutcome:
    """Take files in and queue their reading; the same bytes again change nothing.

    `report_date` is the day that the report tells of, as people write dates, for files that do not state it.

    Raises:
        NotAllowed, ReadOnly: see acting.
        Invalid: no file or too many, or the date is none.
    """
    subject = Subject(actor.organisation)
    demand(actor, Action.IMPORT_UPLOAD, subject)
    day = read_date(report_date).value if report_date else None
    _check(files, report_date, day)
    known, refused, taken = _sorted(actor.organisation, files)
    if not taken:
        return UploadOutcome(None, known, refused)
    with acting(actor, Action.IMPORT_UPLOAD, subject) as act:
        return UploadOutcome(_batch(act, taken, day.iso if day else ""), known, refused)


def pasted(text: str) -> Brought:
    """Make a file of text that was pasted: a report, or rows copied from a spreadsheet."""
    return Brought.whole(PASTED_NAME if "\t" not in text else "liitetty.tsv", text.encode("utf-8", "replace"))


def _check(files: Sequence[Brought], report_date: str, day: PartialDate | None) -> None:
    faults = []
    if not files:
        faults.append(Fault("files", "fault.import.no_file"))
    if len(files) > FILES_AT_ONCE:
        faults.append(Fault("files", "fault.import.too_many_files", (("limit", FILES_AT_ONCE),)))
    if report_date and day is None:
        faults.append(Fault("report_date", "fault.import.report_date"))
    if faults:
        raise Invalid(*faults)


def _sorted(
    organisation: UUID | None, files: Sequence[Brought]
) -> tuple[tuple[KnownFile, ...], tuple[RefusedFile, ...], tuple[_Taken, ...]]:
    """Tell known and refused files from those to be read; twice the same bytes in one act count once."""
    known: list[KnownFile] = []
    refused: list[RefusedFile] = []
    taken: dict[str, _Taken] = {}
    for file in files:
        name = _clean(file.name)
        digest = hashlib.sha256(file.content).hexdigest()
        refusal = _refusal(file, name)
        if isinstance(refusal, RefusedFile):
            refused.append(refusal)
        elif organisation and (earlier := earlier_import(organisation, digest)):
            known.append(KnownFile(name, earlier.number, earlier.at))
        else:
            taken.setdefault(digest, _Taken(name, file.content, refusal))
    return tuple(known), tuple(refused), tuple(taken.values())


def _refusal(file: Brought, name: str) -> RefusedFile | Format:
    """Refuse what no reader would take; else tell the format."""
    limit = DEFAULT_LIMITS.file_bytes
    if file.size > limit:
        return RefusedFile(name, Reason.TOO_LARGE, str(limit))
    try:
        return sniff(file.content, name)
    except CannotRead as error:
        return RefusedFile(name, error.reason, error.detail or "")


def _clean(name: str) -> str:
    """Give the last part of a name in letters that can be shown and stored."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(letter if letter.isprintable() else "_" for letter in last)[:_NAME_LENGTH] or "?"


def _batch(act: Act, taken: Sequence[_Taken], report_date: str) -> int:
    organisation = act.organisation
    assert organisation is not None, "an import has an organisation"
    number, key = next_number(organisation, "import"), new_key()
    kept = [file_keep(organisation, file.content, MEDIA_TYPES[file.format]) for file in taken]
    batch = ImportBatch(
        id=key,
        organisation_id=organisation,
        number=number,
        imported_by_id=act.actor.user,
        imported_by_name=act.actor.name,
        job_id=job_enqueue(act.actor, JOB_KIND, {"batch": str(key)}),
        created_at=act.at,
        changed_at=act.at,
    )
    ImportBatch.objects.bulk_create([batch])
    ImportedFile.objects.bulk_create(
        ImportedFile(
            id=new_key(),
            organisation_id=organisation,
            batch=batch,
            position=position,
            file_id=stored,
            name=file.name,
            format=file.format.value,
            report_date=report_date,
        )
        for position, (file, stored) in enumerate(zip(taken, kept, strict=True))
    )
    names = [file.name for file in taken]
    act.changed("import", key, None, {"number": number, "files": names})
    return number
