"""The pages of an imported file, for a person to see beside a card: pictures of a PDF's, lines of any other's."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from hankesalkku.ingest.cards import File
from hankesalkku.ingest.pictures import page_pictures
from hankesalkku.ingest.refusal import CannotRead
from hankesalkku.ingest.source_text import SourceLine, SourcePage, SourcePiece, page_text
from hankesalkku.services.files.keep import file_bytes, file_keep
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import PagePicture
from hankesalkku.store.queries.imports import BatchSeen, ImportedFileSeen, pictures_of

JSON_TYPE = "application/json"
PNG_TYPE = "image/png"
PICTURES_AT_MOST = 300
"""Pages beyond this are shown as text."""


def keep_text(organisation: UUID, content: File) -> UUID | None:
    """Keep a file's lines with their spans; None for a card document, whose places are another file's.

    Raises:
        CannotRead: the file is refused or broken.
    """
    pages = page_text(content)
    return file_keep(organisation, _to_bytes(pages), JSON_TYPE) if pages else None


def kept_text(organisation: UUID, key: UUID | None) -> tuple[SourcePage, ...]:
    """Give the lines of a file that were kept."""
    return () if key is None else _from_bytes(file_bytes(organisation, key))


def keep_pictures(batch: BatchSeen, tell: Callable[[int, int], None]) -> None:
    """Draw the pages of the PDFs of an import that have no picture yet; a page that cannot be drawn stays text."""
    for file in batch.files:
        if file.format != "pdf" or file.state != "read":
            continue
        first, last = (
            len(pictures_of(batch.organisation, file.id)) + 1,
            min(file.pages or 0, PICTURES_AT_MOST),
        )
        if first <= last:
            _draw(batch.organisation, file, first, last, tell)


def _draw(
    organisation: UUID, file: ImportedFileSeen, first: int, last: int, tell: Callable[[int, int], None]
) -> None:
    content = File(file.name, file_bytes(organisation, file.stored))
    try:
        for picture in page_pictures(content, range(first, last + 1)):
            tell(picture.number, last)
            with transaction.atomic():
                row = PagePicture(
                    id=new_key(),
                    organisation_id=organisation,
                    imported_file_id=file.id,
                    number=picture.number,
                    file_id=file_keep(organisation, picture.png, PNG_TYPE),
                    width=picture.width_px,
                    height=picture.height_px,
                    points_wide=picture.width_pt,
                    points_high=picture.height_pt,
                )
                PagePicture.objects.bulk_create([row], ignore_conflicts=True)
    except CannotRead:
        return


def _to_bytes(pages: tuple[SourcePage, ...]) -> bytes:
    told = [
        [
            page.number,
            [
                [line.number, [[piece.text, piece.start, piece.end, piece.column] for piece in line.pieces]]
                for line in page.lines
            ],
        ]
        for page in pages
    ]
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def _from_bytes(content: bytes) -> tuple[SourcePage, ...]:
    return tuple(
        SourcePage(
            number,
            tuple(SourceLine(at, tuple(SourcePiece(*piece) for piece in pieces)) for at, pieces in lines),
        )
        for number, lines in json.loads(content)
    )
