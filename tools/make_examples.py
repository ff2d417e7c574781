"""Makes the example files of Mallila anew: `.venv/bin/python tools/make_examples.py [--without-pdf] [FOLDER]`.

Text, truth, findings, list and clean report are the same bytes on every run; Word, Excel and PDF carry the day they
were made. The PDF is made by LibreOffice from the Word file, as a city would: without `soffice` it is left as it is.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from example_clean import CLEAN_CARDS, CLEAN_HEADING
from example_findings import FINDINGS
from example_source import CARDS, DIVISION, HEADING, NOTE, TITLE, ExampleCard
from example_text import report_text

MALLILA = Path(__file__).parents[1] / "examples" / "mallila"
WITHOUT_PDF = "--without-pdf"
SPLIT_CARD = 8
MADE = datetime(2025, 1, 16, 9, 0, tzinfo=UTC)
MONEY_KEYS = ("gross_income", "gross_expenditure", "municipal_share")
LIST_CARDS = (0, 2, 4, 7, 8, 9, 10, 13)
"""The projects of the coordinator's own list."""


def expected(cards: tuple[ExampleCard, ...]) -> dict[str, object]:
    """Give the truth in the form of the card document."""
    return {
        "schema": "hankesalkku.cards/1",
        "division": DIVISION,
        "title": TITLE,
        "note": NOTE,
        "language": "fi",
        "cards": [_expected_card(card) for card in cards],
        "totals_computed": {key: _sum(cards, key) for key in MONEY_KEYS},
    }


def _expected_card(card: ExampleCard) -> dict[str, object]:
    texts = {key: text for key, _, text in card.rows}
    plain = {key: texts[key] for key in ("name", "description", "status", "actuals_checked")}
    fields = [{"key": key, "label": label, "text": text} for key, label, text in card.rows]
    return {**plain, **card.truth, "case_url": card.url, "fields": fields}


def _sum(cards: tuple[ExampleCard, ...], key: str) -> str:
    return f"{sum(euros(card, key) for card in cards)}.00"


def euros(card: ExampleCard, key: str) -> int:
    """Give a true sum of a card in whole euros."""
    money = card.truth[key]
    assert isinstance(money, dict)
    return int(money["total"].removesuffix(".00"))


def word_file(cards: tuple[ExampleCard, ...], path: Path) -> None:
    """Write the report as a city would make it in Word: a grid of two columns a card, links that can be followed."""
    document = Document()
    _set_styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    for text in HEADING:
        document.add_paragraph().add_run(text).bold = text == TITLE
    for card in cards:
        document.add_paragraph()
        _add_card(document, card)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", "", ""
    properties.language, properties.created, properties.modified = "fi-FI", MADE, MADE
    document.save(str(path))


def _set_styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "fi-FI")
    normal.element.get_or_add_rPr().append(language)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor(0x05, 0x63, 0xC1), True


def _add_card(document: WordDocument, card: ExampleCard) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for key, label, text in card.rows:
        left, right = table.add_row().cells
        left.width, right.width = Cm(4.6), Cm(11.8)
        left.text = label
        if key == "other_information":
            _add_case(right, text, card.url)
        else:
            right.text = text


def _add_case(cell: _Cell, text: str, url: str) -> None:
    """Write `Dynasty: 412/02.05.01/2024` with its number as a link."""
    word, number = text.split(" ", 1)
    paragraph = cell.paragraphs[0]
    paragraph.add_run(f"{word} ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(number, style="Hyperlink")
    link.append(run._r)
    paragraph._p.append(link)


def pdf_file(word: Path, folder: Path) -> None:
    """Let LibreOffice print the Word file."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("soffice is missing: report.pdf is left as it is")
        return
    with tempfile.TemporaryDirectory() as profile:
        where = f"-env:UserInstallation=file://{profile}"
        command = [soffice, where, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)


LIST_COLUMNS = (
    ("Hanke", "name"),
    ("Vastuualue", "unit"),
    ("Projektipäällikkö", "responsible_persons"),
    ("Hankeaika", "period"),
    ("Myöntäjä", "funder_decision"),
    ("Käsittely toimielimessä", "municipal_decision"),
    ("TA-vuodet", "budget_years"),
    ("Myönnetty avustus", "gross_income"),
    ("Kokonaiskustannukset", "gross_expenditure"),
    ("Omarahoitus", "municipal_share"),
    ("Asianumero", "other_information"),
)
LIST_TITLE = "Hankekoordinaattorin seurantalista, tilanne 31.12.2024"


def list_rows() -> list[list[str | int]]:
    """Give the coordinator's list: sums as numbers, the last row their totals."""
    cards = [CARDS[index] for index in LIST_CARDS]
    rows: list[list[str | int]] = [[_list_value(card, key) for _, key in LIST_COLUMNS] for card in cards]
    sums = {key: sum(euros(card, key) for card in cards) for key in MONEY_KEYS}
    totals: list[str | int] = [sums.get(key, "") for _, key in LIST_COLUMNS]
    return [*rows, ["Yhteensä", *totals[1:]]]


def _list_value(card: ExampleCard, key: str) -> str | int:
    if key in MONEY_KEYS:
        return euros(card, key)
    text = next(text for name, _, text in card.rows if name == key)
    return re.sub(r"^Dynasty: ", "", text) if key == "other_information" else text


def excel_list(path: Path) -> None:
    """Write the list as an Excel sheet: a title above the header row, sums as euros."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": MADE.replace(tzinfo=None)})
    sheet = book.add_worksheet("Hankkeet")
    bold, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0 €"})
    sheet.write_string(0, 0, LIST_TITLE, bold)
    for column, (label, _) in enumerate(LIST_COLUMNS):
        sheet.write_string(2, column, label, bold)
        sheet.set_column(column, column, 34 if column == 0 else 22)
    for line, row in enumerate(list_rows(), start=3):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(line, column, value, money)
            else:
                sheet.write_string(line, column, value)
    book.close()


def csv_list(path: Path) -> None:
    """Write the list as Excel saves it in Finland: semicolons, and a mark of its encoding."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow([label for label, _ in LIST_COLUMNS])
        writer.writerows(list_rows())


def _json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def make(folder: Path, *, with_pdf: bool = True) -> None:
    """Write every example file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.txt").write_text(report_text(HEADING, CARDS, SPLIT_CARD), encoding="utf-8")
    (folder / "clean.txt").write_text(report_text(CLEAN_HEADING, CLEAN_CARDS), encoding="utf-8")
    _json(folder / "expected.json", expected(CARDS))
    _json(folder / "findings.json", FINDINGS)
    word_file(CARDS, folder / "report.docx")
    if with_pdf:
        pdf_file(folder / "report.docx", folder)
    excel_list(folder / "projects.xlsx")
    csv_list(folder / "projects.csv")


if __name__ == "__main__":
    folders = [Path(word) for word in sys.argv[1:] if word != WITHOUT_PDF]
    make(folders[0] if folders else MALLILA, with_pdf=WITHOUT_PDF not in sys.argv)
