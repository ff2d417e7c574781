"""The sheet of heading and sums: what the report is called and covers, its figures, sums by unit and by funder."""

from __future__ import annotations

from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from hankesalkku.core.language.formats import EN_DASH, format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import Report, Summary, SummaryRow
from hankesalkku.core.report.printable import printable
from hankesalkku.core.report.sum_texts import SUM_KEYS
from hankesalkku.writers.spreadsheet.formats import Formats
from hankesalkku.writers.spreadsheet.sheet import row_points

WIDTHS = (44, 22, 20, 20, 20, 16)
TABLE_NAMES = ("ByUnit", "ByFunder")


def summary_sheet(sheet: Worksheet, report: Report, wording: Wording, formats: Formats) -> None:
    """Write the heading as `label | text`, the figures, and a table for each summary."""
    for index, width in enumerate(WIDTHS):
        sheet.set_column(index, index, width)
    row = _heading(sheet, report, wording, formats)
    for index, summary in enumerate(report.summaries):
        name = TABLE_NAMES[index] if index < len(TABLE_NAMES) else f"Summary{index + 1}"
        row = _sums(sheet, row + 1, summary, name, report, wording, formats)


def _heading(sheet: Worksheet, report: Report, wording: Wording, formats: Formats) -> int:
    """Write the heading and the figures; give the next free row."""
    named = (
        ("heading_title", report.title),
        ("heading_organisation", report.organisation),
        ("heading_division", report.division),
        ("heading_note", report.note),
        ("heading_date", report.date),
        ("heading_printed_on", format_date(report.printed_on, report.language)),
    )
    lines = [(wording.say(f"report.{key}"), text, formats.value) for key, text in named if text]
    lines += [(label, text, formats.figure) for label, text in report.figures]
    row = 0
    for label, text, look in lines:
        sheet.write_string(row, 0, label, formats.label)
        sheet.merge_range(row, 1, row, 5, "", look)
        sheet.write_string(row, 1, printable(text), look)
        sheet.set_row(row, row_points([(text, sum(WIDTHS[1:]))]))
        row += 1
    return row


def _sums(
    sheet: Worksheet,
    row: int,
    summary: Summary,
    name: str,
    report: Report,
    wording: Wording,
    formats: Formats,
) -> int:
    """Write a table of sums under its heading; give the next free row."""
    sheet.write_string(row, 0, summary.title, formats.heading)
    heads = [{"header": summary.group_heading, "header_format": formats.head}]
    heads += [{"header": report.words[key], "header_format": formats.head_right} for key in SUM_KEYS]
    lines = summary.rows
    if lines:
        table = {
            "name": name,
            "style": None,
            "columns": heads,
            "autofilter": False,
            "description": summary.title,
        }
        sheet.add_table(row + 1, 0, row + 1 + len(lines), len(heads) - 1, table)
    for number, line in enumerate(lines, start=row + 2):
        sheet.write_string(number, 0, printable(line.name), formats.text)
        sheet.set_row(number, row_points([(line.name, WIDTHS[0])]) + 3)
        _figures(sheet, number, line, (formats.whole, formats.euros, formats.percent))
    end = row + 2 + len(lines)
    sheet.write_string(end, 0, summary.total.name, formats.total)
    _figures(sheet, end, summary.total, (formats.total_whole, formats.total_euros, formats.total_percent))
    if summary.total.incomplete:
        end += 1
        note = wording.count("report.incomplete", summary.total.incomplete)
        sheet.write_string(end, 0, note, formats.note)
    return end + 1


def _figures(sheet: Worksheet, row: int, line: SummaryRow, looks: tuple[object, object, object]) -> None:
    whole, euros, percent = looks
    sheet.write_number(row, 1, line.projects, whole)
    for column, cents in enumerate(line.sums_cents, start=2):
        sheet.write_number(row, column, Decimal(cents).scaleb(-2), euros)
    if line.share_hundredths is None:
        sheet.write_string(row, 5, EN_DASH, percent)
    else:
        sheet.write_number(row, 5, Decimal(line.share_hundredths).scaleb(-4), percent)
