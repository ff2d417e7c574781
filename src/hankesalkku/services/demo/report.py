"""Last year's report of Mallila: a file to drop on the import page. Most of its cards are projects of the register.

The cards are those of the register a year earlier, with what was different then, and four that the register has not;
they stand in `data/last_year.toml`, and so do the faults planted in them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.report.model import Report
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.services.demo.cards import card_from, case_row
from hankesalkku.services.demo.city import mallila
from hankesalkku.services.demo.projects import ROW_NAMES, projects
from hankesalkku.services.demo.tables import Table, read_table
from hankesalkku.writers.json_document import write_json
from hankesalkku.writers.pdf import write_pdf
from hankesalkku.writers.word import write_word

LAST_YEAR_DAY = date(2025, 12, 31)
PRINTED_ON = date(2026, 1, 19)


class ReportForm(StrEnum):
    """The forms in which last year's report is at hand: the ending of its file."""

    PDF = "pdf"
    WORD = "docx"


@cache
def last_year_document() -> CardDocument:
    """Give last year's report as cards."""
    table = read_table("last_year.toml")
    heading = table.table("heading")
    document = CardDocument(
        cards=tuple(_card(each) for each in table.tables("cards")),
        title=heading.text("title"),
        division=heading.text("division"),
        note=heading.text("note"),
        municipality=mallila().organisation.name.fi,
        date=PartialDate.of(LAST_YEAR_DAY),
        author=heading.text("author"),
    )
    heading.finish()
    table.finish()
    return document


@cache
def last_year_report(form: ReportForm = ReportForm.PDF) -> bytes:
    """Write last year's report in one of its forms; the same bytes every time."""
    report = build_report(last_year_document(), (), printed_on=PRINTED_ON, choices=Choices())
    return _WRITERS[form](report)


def last_year_file_name(form: ReportForm = ReportForm.PDF) -> str:
    """Give the name under which the report is offered.

    >>> last_year_file_name()
    'mallila-hankkeet-2025.pdf'
    """
    return f"mallila-hankkeet-{LAST_YEAR_DAY.year}.{form.value}"


def _pdf(report: Report) -> bytes:
    return write_pdf(report, write_json(report))


_WRITERS: dict[ReportForm, Callable[[Report], bytes]] = {ReportForm.PDF: _pdf, ReportForm.WORD: write_word}


def _card(table: Table) -> Card:
    texts = _texts_of(table.text_or_none("of"))
    for name, key in ROW_NAMES.items():
        texts[key] = table.text(name, texts.get(key))
    texts[FieldKey.MUNICIPAL_DECISION] = table.text("decision", texts.get(FieldKey.MUNICIPAL_DECISION))
    case = table.text_or_none("case")
    if case is not None:
        texts[FieldKey.OTHER_INFORMATION] = case_row(case, None)
    table.finish()
    return card_from(texts)


def _texts_of(key: str | None) -> dict[str, str]:
    """Give the rows of a project of the register, none for a card that is new.

    Raises:
        ValueError: there is no such project.
    """
    if key is None:
        return {}
    project = next((each for each in projects() if each.key == key), None)
    if project is None:
        raise ValueError(f"no project {key}")
    return {row.key: row.text for row in project.card.rows}
