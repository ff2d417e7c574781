"""Writes a document in every form that carries its values and reads it back, as a user's files go round."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange import card_to_dict
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.report.model import Report
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.writers.json_document import write_json
from hankesalkku.writers.open_document import write_open_document
from hankesalkku.writers.pdf import write_pdf
from hankesalkku.writers.plain_text import write_plain_text
from hankesalkku.writers.spreadsheet import write_spreadsheet
from hankesalkku.writers.word import write_word

PRINTED_ON = date(2031, 1, 15)
WRITERS: dict[str, Callable[[Report], bytes]] = {
    "json": write_json,
    "xlsx": write_spreadsheet,
    "docx": write_word,
    "odt": write_open_document,
    "pdf": lambda report: write_pdf(report, write_json(report)),
    "bare.pdf": lambda report: write_pdf(report, b"{}"),
    "txt": write_plain_text,
}
"""The forms that carry every value; `bare.pdf` is read by its pages, since what is attached to it is no document."""

HEADING = ("municipality", "division", "title", "note")


def written(document: CardDocument, form: str, language: str = "fi") -> bytes:
    """Write a document in a form and a language."""
    report = build_report(document, (), printed_on=PRINTED_ON, choices=Choices(language))
    return WRITERS[form](report)


def gone_round(document: CardDocument, form: str, language: str = "fi") -> CardDocument:
    """Write a document and read what was written."""
    return read_cards(File(f"report.{form.rpartition('.')[2]}", written(document, form, language)))


def values_of(card: Card) -> dict[str, Any]:
    """Give what must survive every form: the values, without rows, places and how a funder was written."""
    found = card_to_dict(card)
    del found["fields"]
    for decision in (found["funder_decision"], *found["also"]["funder_decision"]):
        if decision:
            decision.pop("funder_written", None)
            decision.pop("funder", None)
    return found


def heading_of(document: CardDocument) -> tuple[str | None, ...]:
    """Give the heading's parts."""
    return tuple(getattr(document, part) for part in HEADING)
