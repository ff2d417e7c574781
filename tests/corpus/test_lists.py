"""Lists that people keep beside their ledgers (*varjolistat*): columns, groups and totals in their own ways."""

from __future__ import annotations

import io
from datetime import date

import openpyxl

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.money import Money
from hankesalkku.core.values.period import Period
from hankesalkku.ingest.cards import File
from tests.corpus.layouts import read

HEADER = ("Hanke", "Vastuuhenkilö", "Tulot", "Menot", "Omarahoitus")
FIRST = ("Kirjastoauto", "Henna Laitila", 80_000, 100_000, 20_000)
SECOND = ("Pyöräreitit", "Jari Keto", 5_000, 10_000, 5_000)
TOTAL = ("Yhteensä", None, 85_000, 110_000, 25_000)

Cells = tuple[str | int | date | None, ...]


def a_list(*rows: Cells, merged: tuple[str, ...] = ()) -> CardDocument:
    """Make a workbook of rows, merge ranges, and read it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    content = io.BytesIO()
    book.save(content)
    return read(File("lista.xlsx", content.getvalue()))


def names(document: CardDocument) -> list[str | None]:
    return [card.name for card in document.cards]


def test_start_and_end_in_columns_of_their_own_are_the_period() -> None:
    rows = (
        ("Nro", "Hanke", "Alkaa", "Päättyy", "Menot"),
        (1, "Kirjastoauto", date(2024, 1, 1), date(2025, 12, 31), 5),
    )
    card = a_list(*rows).cards[0]
    assert card.period == Period(PartialDate(2024, 1, 1), PartialDate(2025, 12, 31))
    assert [(row.key, row.text) for row in card.rows][-1] == ("period", "1.1.2024–31.12.2025")


def test_date_and_number_of_a_decision_go_to_its_funder() -> None:
    header = ("Hanke", "Rahoittaja", "Päätöspvm", "Rahoittajan diaarinro", "Menot")
    rows = (header, ("Kirjastoauto", "Opetushallitus", date(2024, 5, 13), "OPH/214/6120/2024", 5))
    decision = a_list(*rows).cards[0].funder_decision
    assert decision is not None
    assert (decision.funder_written, decision.date) == ("Opetushallitus", PartialDate(2024, 5, 13))
    assert decision.case_number is not None


def test_headings_of_groups_are_no_projects() -> None:
    document = a_list(HEADER, ("Jatkuvat hankkeet",), FIRST, ("Uudet hankkeet",), SECOND, TOTAL)
    assert names(document) == ["Kirjastoauto", "Pyöräreitit"]
    assert [piece.text for piece in document.unread] == ["Jatkuvat hankkeet", "Uudet hankkeet"]


def test_totals_are_known_by_their_name_wherever_its_column_stands() -> None:
    rows = [tuple(reversed(row)) for row in (HEADER, FIRST, SECOND, TOTAL)]
    document = a_list(*rows)
    assert names(document) == ["Kirjastoauto", "Pyöräreitit"]
    assert document.totals.gross_income_cents == Money(85_000_00).total_cents


def test_merged_headings_above_the_header_and_a_date_are_no_title() -> None:
    above = (("Mallilan hankelista",), ("Päivitetty", date(2024, 12, 31)), ("Perustiedot", None, "Talous"))
    document = a_list(*above, HEADER, FIRST, SECOND, merged=("A1:E1", "A3:B3", "C3:E3"))
    assert (document.title, document.division, document.date) == (
        "Mallilan hankelista",
        None,
        PartialDate(2024, 12, 31),
    )
    assert names(document) == ["Kirjastoauto", "Pyöräreitit"]
