"""The sheet of the findings: one a row, to be filtered and worked through."""

from __future__ import annotations

import re

from xlsxwriter.worksheet import Worksheet

from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import FindingLine, Report
from hankesalkku.core.report.printable import printable
from hankesalkku.writers.spreadsheet.formats import Formats
from hankesalkku.writers.spreadsheet.sheet import row_points

COLUMNS = (
    ("column_severity", 12),
    ("column_card", 10),
    ("column_project", 38),
    ("column_field", 28),
    ("column_place", 16),
    ("column_finding", 30),
    ("column_seen", 60),
    ("column_fix", 44),
)
_FIRST_NUMBER = re.compile(r"\d+")


def findings_sheet(sheet: Worksheet, report: Report, wording: Wording, formats: Formats) -> None:
    """Write the findings of the annex; each card's number leads to its row in the list."""
    lines = report.annex or ()
    for index, (_, width) in enumerate(COLUMNS):
        sheet.set_column(index, index, width)
    if not lines:
        sheet.write_string(0, 0, report.words["annex_findings_empty"], formats.note)
        return
    heads = [{"header": wording.say(f"report.{key}"), "header_format": formats.head} for key, _ in COLUMNS]
    title = report.words["annex_findings"]
    table = {"name": "Findings", "style": None, "columns": heads, "description": title}
    sheet.add_table(0, 0, len(lines), len(COLUMNS) - 1, table)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.ignore_errors({"number_stored_as_text": f"A2:H{len(lines) + 1}"})
    for row, line in enumerate(lines, start=1):
        _write(sheet, row, line, report, wording, formats)


def _write(
    sheet: Worksheet, row: int, line: FindingLine, report: Report, wording: Wording, formats: Formats
) -> None:
    found = _FIRST_NUMBER.search(line.cards)
    number = int(found[0]) if found and 1 <= int(found[0]) <= len(report.cards) else None
    name = report.cards[number - 1].heading if number else ""
    severity = wording.say(f"severity.{line.severity}")
    texts = (severity, line.cards, name, line.field_label, line.place, line.title, line.message, line.fix)
    sheet.set_row(row, row_points((text, width) for text, (_, width) in zip(texts, COLUMNS, strict=True)) + 3)
    for column, text in enumerate(texts):
        sheet.write_string(row, column, printable(text)[:32_000], formats.text)
    if number:
        target = f"internal:'{report.words['sheet_cards']}'!A{number + 1}"
        sheet.write_url(row, 1, target, formats.link, line.cards)
