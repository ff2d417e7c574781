"""What the rules saw in a file that was read: findings, their lines, and what could not be checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hankesalkku.cli.reading import ReadFile
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.findings.grouping import Group, group_findings
from hankesalkku.core.findings.run import run


@dataclass(frozen=True, slots=True)
class Examined:
    """A file, the day it was judged for (None where none is known), its findings, and the rules that did not run."""

    file: ReadFile
    today: date | None
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    not_run: tuple[str, ...]


def examine(file: ReadFile, today: date | None = None) -> Examined:
    """Run the catalogue; without `today` for the document's own date, if that is known to the day (findings.md 0.5)."""
    day = today or own_date(file.document)
    outcome = run(Context(file.document, day))
    return Examined(file, day, outcome.findings, group_findings(outcome.findings), outcome.not_run)


def own_date(document: CardDocument) -> date | None:
    """Give the date a document states of itself, None where it states none or only a month or year."""
    if document.date is None or document.date.day is None:
        return None
    return document.date.first_day
