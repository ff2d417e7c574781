"""The documents that the files of an import gave, put together: what is proposed and what the rules look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange_reading import document_from_dict
from hankesalkku.core.card.proposal import Draft
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Finding, Severity
from hankesalkku.core.findings.run import catalogue, run
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.propose.years import DatedReport, MergedCard, Origin, merge_years
from hankesalkku.services.imports.learned import Learned, with_learned
from hankesalkku.store.models import ImportedFile

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
UNDATED = PartialDate(1900)


@dataclass(frozen=True, slots=True)
class FileDocument:
    """A file of an import with the document read from it and the day that it tells of, None where nothing says."""

    file: UUID
    name: str
    document: CardDocument
    reported_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A card to be proposed: the draft, the file it stands in first, and where else its values come from."""

    draft: Draft
    file: UUID
    origins: dict[str, Any]


def documents_of(batch: UUID, learned: Learned) -> tuple[FileDocument, ...]:
    """Give the documents of an import's files that were read, in order, taught labels and units taken in."""
    rows = ImportedFile.objects.filter(batch=batch, state="read").order_by("position")
    found = []
    for row in rows:
        document = document_from_dict(row.document or {})
        cards = tuple(with_learned(card, learned) for card in document.cards)
        document = replace(document, cards=cards)
        found.append(
            FileDocument(row.id, row.name, document, report_day(row.report_date, row.name, document))
        )
    return tuple(found)


def report_day(told: str, name: str, document: CardDocument) -> PartialDate | None:
    """Tell the day that a report is of: as its sender said, as it says itself, else the year of its title or name."""
    if told:
        return PartialDate.from_iso(told)
    if document.date:
        return document.date
    for text in (document.title, document.note, name):
        if years := _YEAR.findall(text or ""):
            return PartialDate(int(max(years)))
    return None


def prepared_cards(files: Sequence[FileDocument]) -> tuple[Prepared, ...]:
    """Give the cards to be proposed: those of the one file, or the newest values of several years' files."""
    if len(files) == 1:
        (only,) = files
        drafts = (Draft(index, card, only.reported_on) for index, card in enumerate(only.document.cards))
        return tuple(Prepared(draft, only.file, {}) for draft in drafts)
    merged = merge_years([DatedReport(file.document, file.reported_on or UNDATED) for file in files])
    return tuple(_prepared(one, files) for one in merged)


def _prepared(one: MergedCard, files: Sequence[FileDocument]) -> Prepared:
    first = files[one.origins[0].report].file
    rows = {key: str(files[origin.report].file) for key, origin in one.came_from.items()}
    past = [_past(value.key, value.text, value.origin, files) for value in one.history]
    draft = one.draft
    if draft.reported_on == UNDATED:
        draft = replace(draft, reported_on=None)
    return Prepared(draft, first, {"rows": rows, "past": past})


def _past(key: str, text: str, origin: Origin, files: Sequence[FileDocument]) -> dict[str, str]:
    day = files[origin.report].reported_on
    return {"key": key, "text": text, "file": str(files[origin.report].file), "date": day.iso if day else ""}


def checked(files: Sequence[FileDocument], cards: Sequence[Card], day: date) -> tuple[Finding, ...]:
    """Run the rules over cards as one document with the heading of the newest file."""
    newest = max(files, key=lambda file: (file.reported_on or UNDATED).last_day)
    document = replace(newest.document, cards=tuple(cards))
    return run(Context(document, day)).findings


def of_card(findings: Sequence[Finding], index: int) -> tuple[Finding, ...]:
    """Give the findings of one card, gravest first."""
    own = [finding for finding in findings if index in finding.cards]
    return tuple(sorted(own, key=lambda finding: finding.severity.rank))


def worst_of(findings: Sequence[Finding]) -> int:
    """Give the rank of the gravest finding that is no import remark; 3 where there is none."""
    ranks = [f.severity.rank for f in findings if not catalogue()[f.rule].is_import_remark]
    return min(ranks, default=len(Severity))
