"""The workbook: one project a row, typed cells, totals that hold their values, no formula from anybody's text."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.writers.spreadsheet import write_spreadsheet
from tests.support.hostile import HOSTILE_ROWS, PRINTED_DESCRIPTION
from tests.support.reports import a_report, changed_report


def opened(content: bytes, *, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(BytesIO(content), data_only=values)


def projects(content: bytes, *, values: bool = False) -> Worksheet:
    return opened(content, values=values).worksheets[0]


def column(sheet: Worksheet, label: str) -> list[object]:
    index = next(cell.column for cell in sheet[1] if cell.value == label)
    return [sheet.cell(row, index).value for row in range(2, sheet.max_row + 1)]


def formulas(workbook: Workbook) -> list[str]:
    cells = (cell for sheet in workbook.worksheets for row in sheet.iter_rows() for cell in row)
    return [str(cell.value) for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_sheet_headers_are_the_canonical_labels(language: str) -> None:
    sheet = projects(write_spreadsheet(a_report(language=language)))

    labels = [cell.value for cell in sheet[1]]
    assert [label for label in labels if label in {f.label(language) for f in FIELDS}] == [
        field.label(language) for field in FIELDS
    ]
    assert labels[-1] == "Hankekoodi" and len(labels) == 18
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")


def test_amounts_are_numbers_and_parts_stand_beside_them() -> None:
    sheet = projects(write_spreadsheet(a_report(4)))

    assert column(sheet, "Bruttotulot koko hankeajalta")[:4] == [
        305360,
        20000,
        "selviää syksyllä",
        1480000,
    ]
    assert column(sheet, "Bruttotulot koko hankeajalta (osat)")[:2] == [
        "esiopetus: 64\u00a0000\u00a0€; perusopetus: 241\u00a0360\u00a0€",
        None,
    ]
    assert sheet["I2"].number_format == '#,##0.00\\ "€"'


def test_only_the_totals_are_formulas_and_hold_their_values() -> None:
    content = write_spreadsheet(a_report(4))

    assert formulas(opened(content)) == [f"=SUBTOTAL(109,{letter}2:{letter}6)" for letter in "IKM"]
    totals = [projects(content, values=True)[f"{letter}7"].value for letter in "IKM"]
    assert totals == [1805360, 2528500.5, 710640]


def test_single_day_is_a_date_and_a_single_year_a_number() -> None:
    report = changed_report(
        {FieldKey.PERIOD: "5.3.2023", FieldKey.BUDGET_YEARS: "2023", FieldKey.STATUS: "1.1.2023"}
    )

    sheet = projects(write_spreadsheet(report))

    assert column(sheet, "Toteutusaika / hankevaihe")[0] == datetime.fromisoformat("2023-03-05")
    assert column(sheet, "Budjetoitu; vuodet")[0] == 2023
    assert column(sheet, "Hankkeen tilanne ja talouden etenemä (%-lukuna)")[0] == "1.1.2023"


def test_link_keeps_its_whole_address() -> None:
    cells = projects(write_spreadsheet(a_report(1)))[2]

    links = [(cell.value, link) for cell in cells if (link := cell.hyperlink)]
    assert [(words, f"{link.target}#{link.location}") for words, link in links] == [
        ("Dynasty: 90/02.05.01.03/2023", "https://asiat.mallila.example/dynasty/#/case/3700")
    ]


def test_hostile_text_is_never_a_formula() -> None:
    workbook = opened(write_spreadsheet(changed_report(HOSTILE_ROWS)))

    assert len(formulas(workbook)) == 3
    values = [cell.value for cell in workbook.worksheets[0][2]]
    assert values[:4] == ["=cmd|' /C calc'!A0", PRINTED_DESCRIPTION, "@SUM(A1:A9)", "+358 40 123 4567"]


def test_text_longer_than_a_cell_goes_on_in_another() -> None:
    report = changed_report({FieldKey.DESCRIPTION: "x" * 70_000})

    values = [str(cell.value) for cell in projects(write_spreadsheet(report))[2]]

    assert sum(set(value) == {"x"} for value in values) == 3
    assert "".join(value for value in values if set(value) == {"x"}) == "x" * 70_000


def test_equal_headings_are_told_apart() -> None:
    report = a_report(1)
    card = report.cards[0]
    rows = (
        *card.rows,
        *(replace(card.rows[0], key=f"extra:{n}", number=None, label="hankkeen nimi") for n in (1, 2)),
    )

    sheet = projects(write_spreadsheet(replace(report, cards=(replace(card, rows=rows),))))

    assert [c.value for c in sheet[1]][-2:] == ["hankkeen nimi (2)", "hankkeen nimi (3)"]


def test_summary_sheet_holds_the_heading() -> None:
    sheet = opened(write_spreadsheet(a_report())).worksheets[2]

    assert [(sheet.cell(row, 1).value, sheet.cell(row, 2).value) for row in range(1, 5)] == [
        ("Raportin nimi", "Ulkopuolisella rahoituksella toteutettavat hankkeet 2023"),
        ("Organisaatio", "Mallilan kaupunki"),
        ("Toimiala", "Hyvinvointilautakunnan toimiala"),
        ("Huomautus", "Taloustilanne päivittyy v. 2022 tilinpäätökseen"),
    ]


def test_findings_sheet_leads_to_the_project() -> None:
    workbook = opened(write_spreadsheet(a_report()))

    sheet = workbook.worksheets[1]
    assert [cell.value for cell in sheet[2]][:4] == ["Virhe", "3", "Digiloikka", "Toteutusaika / hankevaihe"]
    assert sheet["B2"].hyperlink.location == "'Hankkeet'!A4"


def test_without_annex_there_is_no_findings_sheet() -> None:
    assert opened(write_spreadsheet(a_report(1, with_annex=False))).sheetnames == ["Hankkeet", "Yhteenveto"]


@pytest.mark.parametrize("count", [0, 60])
def test_sheet_takes_any_number_of_cards(count: int) -> None:
    sheet = projects(write_spreadsheet(a_report(count)))

    assert [v for v in column(sheet, "Hankkeen nimi") if v][count:] == ["Yhteensä"]


def test_rows_are_as_high_as_their_texts_and_may_grow() -> None:
    with zipfile.ZipFile(BytesIO(write_spreadsheet(a_report(1)))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()

    heights = re.findall(r'<row r="(\d)"[^>]*?(?: ht="([\d.]+)")?( customHeight="1")?/?>', sheet)
    assert [(row, float(points or 0) > 20, bool(fixed)) for row, points, fixed in heights] == [
        ("1", True, False),
        ("2", True, False),
        ("3", False, True),
        ("4", False, False),
    ]


def test_spreadsheet_writes_the_same_bytes_again() -> None:
    assert write_spreadsheet(a_report()) == write_spreadsheet(a_report())
