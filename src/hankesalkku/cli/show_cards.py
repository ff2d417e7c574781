"""The cards of a report as a table, with an account of what was read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TextIO

from hankesalkku.cli.examination import Examined
from hankesalkku.cli.show_findings import coverage_text, shortened
from hankesalkku.cli.voice import Line, Voice
from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.render import field_label
from hankesalkku.core.language.formats import format_cents, format_date, format_period
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.build import printed_place
from hankesalkku.core.report.printed import funder_name

PIPE_WIDTH = 160
COLUMNS = ("number", "name", "unit", "period", "funder", *(key.value for key in MONEY_KEYS), "findings")
ON_THE_RIGHT = frozenset(("number", *(key.value for key in MONEY_KEYS), "findings"))
FOLDED_WHEN_NARROW = ("unit", "period", "funder")
FOLDED_WHEN_SLIM = (*FOLDED_WHEN_NARROW, *(key.value for key in MONEY_KEYS))
WIDE_FROM, NARROW_FROM = 150, 80
NOTHING = "–"
UNBROKEN = ON_THE_RIGHT | {"period"}
CELL_LENGTH = 24
"""A sum or period longer than a date range is what could not be read; it is cut here, `--verbose` shows it whole."""


def show_cards(examined: Examined, voice: Voice, *, is_verbose: bool = False) -> None:
    """Print heading, table and coverage to standard output."""
    document = examined.file.document
    voice.show(heading_lines(examined, voice.wording))
    _print_table(examined, voice.wording, sys.stdout)
    voice.show(account_lines(document, voice.wording))
    if is_verbose:
        voice.show(reading_lines(document, voice.wording))


def heading_lines(examined: Examined, wording: Wording) -> Iterator[Line]:
    """Give what the document says of itself."""
    document = examined.file.document
    yield Line(f"{examined.file.path}", "bold")
    date = format_date(document.date, wording.language) if document.date else None
    said = (document.title, document.municipality, document.division, document.note, date)
    for text in said:
        if text:
            yield Line(text, indent=2)


def _print_table(examined: Examined, wording: Wording, stream: TextIO) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    width = None if stream.isatty() else int(os.environ.get("COLUMNS") or PIPE_WIDTH)
    console = Console(file=stream, width=width, highlight=False, markup=False)
    folded = _folded(console.width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in (name for name in COLUMNS if name not in folded):
        table.add_column(
            wording.say(f"cli.column.{name}"),
            justify="right" if name in ON_THE_RIGHT else "left",
            no_wrap=name in UNBROKEN,
            overflow="fold",
        )
    for index, card in enumerate(examined.file.document.cards):
        cells = _cells(index, card, examined, wording)
        table.add_row(*_narrowed(cells, folded, wording))
    console.print(table)


def _folded(width: int) -> tuple[str, ...]:
    """Name the columns that a terminal of a width has no room for."""
    if width >= WIDE_FROM:
        return ()
    return FOLDED_WHEN_NARROW if width >= NARROW_FROM else FOLDED_WHEN_SLIM


def _narrowed(cells: dict[str, str], folded: tuple[str, ...], wording: Wording) -> list[str]:
    """Put what a narrow table has no column for under the name; sums with their names, as they say nothing alone."""
    under = [_named(name, cells[name], wording) for name in folded if cells[name] != NOTHING]
    cells["name"] = "\n".join([cells["name"], *under])
    return [cells[name] for name in COLUMNS if name not in folded]


def _named(name: str, text: str, wording: Wording) -> str:
    return f"{wording.say(f'cli.column.{name}')} {text}" if name in MONEY_KEYS else text


def _cells(index: int, card: Card, examined: Examined, wording: Wording) -> dict[str, str]:
    """Give a card's cells in the order of COLUMNS; what could not be read stands as it was written."""
    language = wording.language
    has_period = card.period is not None and (card.period.start or card.period.end)
    findings = [group for group in examined.groups if not group.is_import_remark]
    return {
        "number": str(index + 1),
        "name": card.name or wording.say("report.no_name"),
        "unit": " / ".join(card.unit) or _written(card, FieldKey.UNIT),
        "period": format_period(card.period, language)
        if card.period and has_period
        else _written(card, FieldKey.PERIOD),
        "funder": funder_name(card.funder, language)
        if card.funder
        else _written(card, FieldKey.FUNDER_DECISION),
        **{key.value: _sum(card, key, language) for key in MONEY_KEYS},
        "findings": str(sum(index in finding.cards for group in findings for finding in group.findings)),
    }


def _sum(card: Card, key: FieldKey, language: str) -> str:
    money = card.money(key)
    return _written(card, key) if money is None else format_cents(money.total_cents, language)


def _written(card: Card, key: FieldKey) -> str:
    row = card.row(key)
    return shortened(row.text, CELL_LENGTH) if row and row.text else NOTHING


def account_lines(document: CardDocument, wording: Wording) -> Iterator[Line]:
    """Say how much of the text found a place, and list what did not."""
    yield Line(wording.count("cli.cards", len(document.cards)))
    if document.coverage is not None:
        yield Line(coverage_text(document.coverage.placed, document.coverage.characters, wording))
    if document.image_pages:
        pages = ", ".join(str(page) for page in document.image_pages)
        yield Line(wording.say("cli.read.image_pages", pages=pages))
    if document.unread:
        yield Line(wording.count("cli.read.unread", len(document.unread)), "bold")
    for piece in document.unread:
        place = printed_place(piece.places, wording)
        yield Line(f"{place}: {piece.text}" if place else piece.text, indent=2, hang=2)


def reading_lines(document: CardDocument, wording: Wording) -> Iterator[Line]:
    """Give every row as it was written, with its place and what was noticed while reading it."""
    for index, card in enumerate(document.cards):
        yield Line()
        name = card.name or wording.say("report.no_name")
        yield Line(wording.say("cli.card_named", number=index + 1, name=name), "bold")
        for row in card.rows:
            yield from _row_lines(row, wording)
    if document.furniture:
        yield Line()
        yield Line(wording.say("cli.read.furniture"), "bold")
    for piece in document.furniture:
        yield Line(f"{printed_place(piece.places, wording)}: {piece.text}", indent=2, hang=2)


def _row_lines(row: Row, wording: Wording) -> Iterator[Line]:
    place = printed_place(row.places or row.label_places, wording)
    yield Line(
        f"{row.label or field_label(row.key, wording)}: {row.text or NOTHING}{f' ({place})' if place else ''}",
        indent=2,
        hang=2,
    )
    for remark in row.remarks:
        note = f" → {remark.note}" if remark.note else ""
        yield Line(f"{remark.code}: {remark.text}{note}", "dim", indent=4, hang=2)
