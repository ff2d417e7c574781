"""The workbook: a sheet with one project a row, one with the findings, one with heading and sums.

The first sheet holds nothing but the list: headings (canonical labels) in row 1, projects from row 2, a narrow empty
row, the totals. They are SUBTOTAL(109, …), the sum of what a filter leaves visible, and include the empty row, so that
a project typed in there is counted. Title, division and note stand as `label | text` on the sheet of the summary.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from hankesalkku.core.language.formats import format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import Report
from hankesalkku.core.report.printable import is_linkable, printable
from hankesalkku.writers.spreadsheet.columns import Column, Kind, Value, columns_of, link_of, value_of
from hankesalkku.writers.spreadsheet.findings import findings_sheet
from hankesalkku.writers.spreadsheet.formats import BRAND, Formats
from hankesalkku.writers.spreadsheet.sheet import GrowingSheet, row_points
from hankesalkku.writers.spreadsheet.summary import summary_sheet

FORM = "hankesalkku.xlsx/1"
LANGUAGE_TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
ADDRESS_CHARACTERS = 2_079
"""Excel's limit for a link; a longer one is left out and its words stay."""
EMPTY_ROW_POINTS = 6
A3, A4 = 8, 9
MARGIN_CHARACTERS = 100


def write_spreadsheet(report: Report) -> bytes:
    """Write a report as an Excel workbook. Nothing in it is a formula but the totals of the list."""
    wording = Wording(report.language)
    saved = BytesIO()
    workbook = Workbook(saved, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.worksheet_class = GrowingSheet
    formats = Formats(workbook)
    _describe(workbook, report)
    _projects_sheet(workbook.add_worksheet(report.words["sheet_cards"]), report, wording, formats)
    sheets = [report.words["sheet_cards"]]
    if report.annex is not None:
        sheets.append(report.words["sheet_findings"])
        findings_sheet(workbook.add_worksheet(sheets[-1]), report, wording, formats)
    summary_sheet(workbook.add_worksheet(report.words["sheet_summary"]), report, wording, formats)
    for index, sheet in enumerate(workbook.worksheets()):
        _set_page(sheet, report, wording, A4 if index else A3)
    workbook.close()
    return saved.getvalue()


def _describe(workbook: Workbook, report: Report) -> None:
    """Fill in the properties; the time is the day the report was made, not the clock's."""
    properties = {
        "title": report.title,
        "subject": report.division or "",
        "author": report.author or report.organisation or "",
        "company": report.organisation or "",
        "comments": report.note or "",
    }
    made = {"created": datetime.combine(report.printed_on, time(12))}
    workbook.set_properties({**{key: printable(text)[:255] for key, text in properties.items()}, **made})
    workbook.set_custom_property("Language", LANGUAGE_TAGS[report.language])
    workbook.set_custom_property("Form", FORM)


def _projects_sheet(sheet: Worksheet, report: Report, wording: Wording, formats: Formats) -> None:
    columns = columns_of(report, wording.say)
    last = max(len(report.cards), 1)
    heads = [
        {"header": column.label, "header_format": formats.head_right if column.is_sum else formats.head}
        for column in columns
    ]
    table = {"name": "Projects", "style": None, "columns": heads, "description": report.title[:255]}
    sheet.add_table(0, 0, last, len(columns) - 1, table)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_tab_color(BRAND)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        cents = _fill(sheet, index, column, report, formats)
        if column.is_sum:
            letter = xl_col_to_name(index)
            formula = f"=SUBTOTAL(109,{letter}2:{letter}{last + 2})"
            sheet.write_formula(last + 2, index, formula, formats.total_euros, float(cents))
        else:
            sheet.write_blank(last + 2, index, None, formats.total)
    _set_heights(sheet, columns, report)
    sheet.set_row(last + 1, EMPTY_ROW_POINTS)
    sheet.write_string(last + 2, 0, report.words["total"], formats.total)
    sheet.ignore_errors({"number_stored_as_text": f"A2:{xl_col_to_name(len(columns) - 1)}{last + 1}"})


def _set_heights(sheet: Worksheet, columns: list[Column], report: Report) -> None:
    """Make each row as high as its longest text needs."""
    sheet.set_row(0, row_points((column.label, column.width) for column in columns) + 3)
    widths = {column.key: column.width for column in columns if column.kind is Kind.VALUE}
    for number, card in enumerate(report.cards, start=1):
        texts = ((row.text, widths[row.key]) for row in card.rows if row.key in widths and not row.money)
        sheet.set_row(number, row_points(texts) + 3)


def _fill(sheet: Worksheet, index: int, column: Column, report: Report, formats: Formats) -> Decimal:
    """Write the cells of a column; give the sum of its numbers."""
    total = Decimal(0)
    for number, (card, read) in enumerate(zip(report.cards, report.document.cards, strict=True), start=1):
        value = value_of(column, card, read)
        if isinstance(value, Decimal):
            total += value
        _write(sheet, number, index, value, link_of(column, card), formats)
    return total


def _write(sheet: Worksheet, row: int, index: int, value: Value, url: str | None, formats: Formats) -> None:
    """Write a cell by its type: people's text as a string always, whatever it begins with (H14)."""
    if value is None:
        sheet.write_blank(row, index, None, formats.text)
    elif isinstance(value, Decimal):
        sheet.write_number(row, index, value, formats.euros)
    elif isinstance(value, int):
        sheet.write_number(row, index, value, formats.year)
    elif isinstance(value, date):
        sheet.write_datetime(row, index, value, formats.day)
    elif url and _takes_link(url):
        sheet.write_url(row, index, printable(url), formats.link, value)
    else:
        sheet.write_string(row, index, value, formats.name if index == 0 else formats.text)


def _takes_link(url: str) -> bool:
    """Tell whether Excel takes a link: an address of the web or of mail, not too long before or after its `#`."""
    return is_linkable(url) and all(len(part) * 3 <= ADDRESS_CHARACTERS for part in url.split("#", 1))


def _set_page(sheet: Worksheet, report: Report, wording: Wording, paper: int) -> None:
    """Set the paper across, one page wide, with heading and foot."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    printed = wording.say("report.printed_on", date=format_date(report.printed_on, report.language))
    foot = " · ".join(text for text in (report.organisation, printed) if text)
    page = report.words["page_of"].format(page="\0P", pages="\0N")
    sheet.set_header(f"&L{_marginal(report.title)}")
    sheet.set_footer(f"&L{_marginal(foot)}&R{_marginal(page, with_pages=True)}")


def _marginal(text: str, *, with_pages: bool = False) -> str:
    """Escape a text for head or foot, where `&` begins a code."""
    if not with_pages:
        text = printable(text)
    return text[:MARGIN_CHARACTERS].replace("&", "&&").replace("\0", "&")
