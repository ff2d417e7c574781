"""The committee's report (*hankeraportti*) as every writer prints it: all words chosen, all sums made.

A writer decides nothing but form: it prints the texts in the order given, sets links on their words, aligns amounts.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.findings.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph; `url` makes it a link (the address itself is never printed)."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class MoneyLines:
    """A sum set as lines: the total and its named parts, each already formatted (`305 360 €`).

    `makes_total` is False where the parts do not add up to the total: set under it without words, they would be read
    as further totals.
    """

    total: str
    parts: tuple[tuple[str, str], ...] = ()
    makes_total: bool = True


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of a card: its number (None for an extra row), label, and text as paragraphs of runs.

    `text` is the same in one line: what a form that is read back must hold. `money` is set where the row is nothing
    but a sum that reads back from `text`. An empty row has no paragraphs and an empty text.
    """

    key: str
    number: int | None
    label: str
    text: str
    paragraphs: tuple[tuple[Run, ...], ...]
    money: MoneyLines | None = None


@dataclass(frozen=True, slots=True)
class ReportCard:
    """A project in the report: number from 1, heading, the quiet line under it, its rows in order."""

    number: int
    heading: str
    subheading: str
    rows: tuple[ReportRow, ...]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A line of a summary: sums in cents over the projects whose sum is known; share in hundredths of a per cent.

    `incomplete` counts projects of this line of which at least one of the three sums could not be read.
    """

    name: str
    projects: int
    gross_income_cents: int
    gross_expenditure_cents: int
    municipal_share_cents: int
    share_hundredths: int | None
    incomplete: int = 0

    @property
    def sums_cents(self) -> tuple[int, int, int]:
        """Give the three sums in the order of the card."""
        return self.gross_income_cents, self.gross_expenditure_cents, self.municipal_share_cents


@dataclass(frozen=True, slots=True)
class Summary:
    """A table of sums: its heading, the heading of the first column, lines, and the line of totals.

    `note` says what the sums leave out; empty where they hold everything.
    """

    title: str
    group_heading: str
    rows: tuple[SummaryRow, ...]
    total: SummaryRow
    note: str = ""


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One line of the annex: cards as printed ("1, 3–5"), the place as printed ("s. 9, rivi 3"), what was seen."""

    severity: Severity
    title: str
    cards: str
    field_label: str
    place: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report.

    `printed_on` is the day it was made; `date` the reporting date as printed and `author` who made the report out, None
    if unknown; `quiet_lines` say both in words under the title.

    `words` holds the fixed words of the form by key (`contents`, `page_of`, `continued`, …) in `language`. `document`
    and `findings` are what it was made from; machine-readable forms carry them.
    """

    language: str
    title: str
    organisation: str | None
    division: str | None
    note: str | None
    date: str | None
    printed_on: datetime.date
    figures: tuple[tuple[str, str], ...]
    summaries: tuple[Summary, ...]
    cards: tuple[ReportCard, ...]
    annex: tuple[FindingLine, ...] | None
    words: dict[str, str]
    document: CardDocument
    findings: tuple[Finding, ...] = ()
    author: str | None = None
    quiet_lines: tuple[str, ...] = ()
