"""What the report's template prints, as JSON: texts made printable, sums formatted, nothing left to decide."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from urllib.parse import quote

from hankesalkku.core.language.formats import EN_DASH, NO_BREAK_SPACE, format_cents, format_date, format_percent
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import FindingLine, MoneyLines, Report, ReportCard, ReportRow, Run, Summary
from hankesalkku.core.report.model import SummaryRow
from hankesalkku.writers.pdf_text import MARK, Printable

BRAND = "#0a5c55"
PRODUCT = "Hankesalkku"
FOOT_TITLE_LENGTH = 90
# A row of more characters than this may break over two pages; a shorter one moves to the next as a whole.
LONG_ROW = 420
# A card whose rows are surely lower than this (points) fits on a page; any other is measured by the typesetter.
SHORT_CARD = 590
FEWEST_IN_LINE = 34
# Advance widths of the font in thousandths of its size: what a sum is made of.
_WIDTHS = {"\u00a0": 200, " ": 200, ",": 249, ".": 249, "−": 497, "€": 497}
_DIGIT_WIDTH = 497
_SAFE_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"

Paragraph = str | list[str | list[str]]


def source_of(report: Report) -> str:
    """Give the template's input for a report."""
    text = Printable()
    wording = Wording(report.language)
    content = {
        "language": report.language,
        "brand": BRAND,
        "title": text(report.title),
        "author": [text(report.organisation)] if report.organisation else [PRODUCT],
        "keywords": [text(word) for word in _keywords(report)],
        "description": text(" · ".join(part for part in (report.division, report.note) if part)),
        "printed": [report.printed_on.year, report.printed_on.month, report.printed_on.day],
        "organisation": _optional(text, report.organisation),
        "division": _optional(text, report.division),
        "note": _optional(text, report.note),
        "date": text(wording.say("report.reporting_date", date=report.date)) if report.date else None,
        "foot": text(_foot(report, wording)),
        "figures": [[text(name), text(value)] for name, value in report.figures],
        "summaries": [_summary(one, report, text) for one in report.summaries],
        "cards": [_card(card, text) for card in report.cards],
        "annex": None if report.annex is None else _annex(report.annex, wording, text),
        "words": {key: text(value) for key, value in report.words.items()},
    }
    content["substituted"] = (
        wording.say("report.substituted", mark=MARK, characters=text.described()) if text.missing else None
    )
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _optional(text: Printable, value: str | None) -> str | None:
    return text(value) if value else None


def _keywords(report: Report) -> list[str]:
    """Name what the report is about: the names of its groups."""
    return [row.name for summary in report.summaries for row in summary.rows][:30]


def _foot(report: Report, wording: Wording) -> str:
    """Say in one line whose report it is, which and of what day."""
    title = report.title if len(report.title) <= FOOT_TITLE_LENGTH else report.title[: FOOT_TITLE_LENGTH - 1] + "…"
    printed = wording.say("report.printed_on", date=format_date(report.printed_on, report.language))
    return " · ".join(part for part in (report.organisation, title, printed) if part)


def _summary(summary: Summary, report: Report, text: Printable) -> dict[str, object]:
    """Set a table of sums; cents are printed in all its lines or in none, the unit stands in the headings."""
    words = report.words
    lines = (*summary.rows, summary.total)
    with_cents = any(
        cents % 100
        for line in lines
        for cents in (line.gross_income_cents, line.gross_expenditure_cents, line.municipal_share_cents)
    )
    sums = [f"{words[key]},{NO_BREAK_SPACE}€" for key in ("gross_income", "gross_expenditure", "municipal_share")]
    missing = summary.total.incomplete
    note = Wording(report.language).count("report.incomplete", missing) if missing else None
    return {
        "title": text(summary.title),
        "head": [text(word) for word in (summary.group_heading, words["projects"], *sums, words["share_percent"])],
        "rows": [[text(cell) for cell in _sums(line, report.language, with_cents)] for line in lines],
        "note": f"* {text(note)}" if note else None,
    }


def _sums(row: SummaryRow, language: str, with_cents: bool) -> list[str]:
    """Give the cells of a line; a star marks one whose sums are not of all its projects."""
    amounts = (row.gross_income_cents, row.gross_expenditure_cents, row.municipal_share_cents)
    share = row.share_hundredths
    return [
        row.name + ("*" if row.incomplete else ""),
        str(row.projects),
        *(format_cents(cents, language, with_cents=with_cents).removesuffix(f"{NO_BREAK_SPACE}€") for cents in amounts),
        EN_DASH if share is None else format_percent(share, language, decimals=1),
    ]


def _card(card: ReportCard, text: Printable) -> dict[str, object]:
    return {
        "number": card.number,
        "name": text(card.heading),
        "quiet": text(card.subheading),
        "rows": [_row(row, text) for row in card.rows],
        "width": _widest(card.rows),
        "short": sum(_height(row) for row in card.rows) < SHORT_CARD,
    }


def _height(row: ReportRow) -> int:
    """Give a height in points that the row surely does not exceed, as if it were set in the widest letters."""
    lines = sum(1 + sum(len(run.text) for run in runs) // FEWEST_IN_LINE for runs in row.paragraphs)
    lines += len(row.money.parts) if row.money else 0
    return 10 + max(18 * lines, 12 * (1 + len(row.label) // 18))


def _row(row: ReportRow, text: Printable) -> list[object]:
    """Give label, paragraphs, sum (total, parts) and whether the row may break."""
    money = _money(row.money, text) if row.money else None
    return [text(row.label), [_paragraph(runs, text) for runs in row.paragraphs], money, len(row.text) > LONG_ROW]


def _money(money: MoneyLines, text: Printable) -> list[object]:
    return [text(money.total), [[text(name), text(amount)] for name, amount in money.parts]]


def _widest(rows: Iterable[ReportRow]) -> float:
    """Give the width of a card's widest amount in ems: the right edge that all its amounts share."""
    sums = [row.money for row in rows if row.money]
    amounts = [amount for money in sums for amount in (money.total, *(amount for _, amount in money.parts))]
    return max((sum(_WIDTHS.get(char, _DIGIT_WIDTH) for char in amount) for amount in amounts), default=0) / 1000


def _paragraph(runs: tuple[Run, ...], text: Printable) -> Paragraph:
    if all(run.url is None for run in runs):
        return text("".join(run.text for run in runs))
    pieces: list[str | list[str]] = []
    for run in runs:
        address = _address(run.url)
        words = text(run.text)
        pieces.append([words, address] if address and words.strip() else words)
    return pieces


def _address(url: str | None) -> str | None:
    """Give a web address in ASCII, None for anything that is none."""
    if url is None or not url.lower().startswith(("http://", "https://")):
        return None
    return quote(url.encode("utf-8", "replace"), safe=_SAFE_IN_ADDRESS)


def _annex(lines: Iterable[FindingLine], wording: Wording, text: Printable) -> list[object]:
    """Group findings by severity, gravest first, each group under its word and count."""
    ordered = sorted(lines, key=lambda line: line.severity.rank)
    groups = [(severity, list(group)) for severity, group in groupby(ordered, key=lambda line: line.severity)]
    return [
        [
            f"{wording.say(f'report.severity_{severity}')} ({len(group)})",
            [[text(part) for part in _finding(line)] for line in group],
        ]
        for severity, group in groups
    ]


def _finding(line: FindingLine) -> tuple[str, ...]:
    return (line.cards, line.field_label, line.place, line.title, line.message, line.fix)
