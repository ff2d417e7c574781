"""What the report's template prints, as JSON: texts made printable, sums formatted, nothing left to decide."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from urllib.parse import quote

from hankesalkku.core.language.formats import (
    EN_DASH,
    format_date,
)
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.report.model import (
    FindingLine,
    MoneyLines,
    Report,
    ReportCard,
    ReportRow,
    Run,
    Summary,
)
from hankesalkku.core.report.sum_texts import bare_headings, bare_rows
from hankesalkku.writers.pdf.metrics import SEMIBOLD, lines_of, width_of
from hankesalkku.writers.pdf.text import MARK, Printable

BRAND = "#0a5c55"
PRODUCT = "Hankesalkku"
# A title is cut to so many characters in the foot, a name where it returns after a page break.
RETURNING_LENGTH = 90
# A row higher than this (points) may break over two pages; a lower one moves to the next as a whole.
LONG_ROW = 120.0
# The template's page and columns, in points: what is surely lower than a page is kept together without measuring.
PAGE_HEIGHT = 707.0
TEXT_WIDTH, LABEL_WIDTH, VALUE_WIDTH = 467.7, 133.2, 320.3
COLUMN_GAP = 11.0
HEAD_HEIGHT, ROW_HEIGHT, SURELY_TOO_HIGH = 30.0, 18.5, 1.25
_SAFE_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"

Paragraph = str | list[str | list[str]]


def source_of(report: Report) -> str:
    """Give the template's input for a report."""
    text = Printable()
    wording = Wording(report.language)
    content = {
        "language": report.language,
        "brand": BRAND,
        "title": _heading(text(report.title), wording, "report.default_title"),
        "author": [text(name) for name in (report.author or report.organisation,) if name],
        "keywords": [text(word) for word in _keywords(report)],
        "description": text(" · ".join(part for part in (report.division, report.note) if part)),
        "printed": [report.printed_on.year, report.printed_on.month, report.printed_on.day],
        "organisation": _optional(text, report.organisation),
        "division": _optional(text, report.division),
        "note": _optional(text, report.note),
        "quiet_lines": [text(line) for line in report.quiet_lines],
        "foot": text(_foot(report, wording)),
        "figures": [[text(name), text(value)] for name, value in report.figures],
        "summaries": [_summary(one, report, text) for one in report.summaries],
        "cards": [_card(place, card, text, wording) for place, card in enumerate(report.cards, start=1)],
        "annex": None if report.annex is None else _annex(report.annex, wording, text),
        "words": {key: text(value) for key, value in report.words.items()},
    }
    content["substituted"] = (
        wording.say("report.substituted", mark=MARK, characters=text.described()) if text.missing else None
    )
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def link_words(report: Report) -> dict[str, str]:
    """Give the words under which each address of the report stands, for readers that cannot see them."""
    text = Printable()
    runs = (run for card in report.cards for row in card.rows for runs in row.paragraphs for run in runs)
    return {address: text(run.text) for run in runs if (address := _address(run.url))}


def _optional(text: Printable, value: str | None) -> str | None:
    return text(value) if value else None


def _keywords(report: Report) -> list[str]:
    """Name what the report is about: the names of its groups."""
    return [row.name for summary in report.summaries for row in summary.rows][:30]


def _foot(report: Report, wording: Wording) -> str:
    """Say in one line whose report it is, which and of what day."""
    printed = wording.say("report.printed_on", date=format_date(report.printed_on, report.language))
    return " · ".join(part for part in (report.organisation, _returning(report.title), printed) if part)


def _returning(text: str) -> str:
    return text if len(text) <= RETURNING_LENGTH else text[: RETURNING_LENGTH - 1].rstrip() + "…"


def _summary(summary: Summary, report: Report, text: Printable) -> dict[str, object]:
    """Set a table of sums."""
    head = [text(word) for word in bare_headings(summary, report.words)]
    rows = [[text(cell) for cell in row] for row in bare_rows(summary, report.language)]
    return {
        "title": text(summary.title),
        "head": head,
        "widths": _column_widths(head, rows),
        "rows": rows,
        "note": f"* {text(summary.note)}" if summary.note else None,
    }


def _column_widths(head: list[str], rows: list[list[str]]) -> list[float]:
    """Give the widths (points) of all columns but the first: headings wrap, so that names have room; sums are alike."""
    words = [max(map(width_of, heading.split(" "))) * 8.5 for heading in head]
    cells = [max(width_of(row[column]) for row in rows) * 9.5 for column in range(len(head))]
    widths = [max(pair) * SEMIBOLD / 1000 + COLUMN_GAP for pair in zip(words, cells, strict=True)]
    widths[2:5] = [max(widths[2:5])] * 3
    return widths[1:]


def _heading(text: str, wording: Wording, substitute: str) -> str:
    """Give a heading's words; an empty heading would be no heading, and the typesetter refuses it."""
    return text if text.replace("\u200b", "").strip() else wording.say(substitute)


def _card(place: int, card: ReportCard, text: Printable, wording: Wording) -> dict[str, object]:
    name = _heading(text(card.heading), wording, "report.no_name")
    quiet = text(card.subheading)
    rows = [_row(row, text) for row in card.rows]
    head = 17.0 * lines_of(name, TEXT_WIDTH / SEMIBOLD, 13) + 12.5 * lines_of(quiet, TEXT_WIDTH, 9.5)
    return {
        "label": f"card-{place}",
        "number": card.number,
        "name": name,
        "again": text(wording.say("report.continued", name=_returning(name))),
        "quiet": quiet,
        "rows": [content for content, _ in rows],
        "width": _widest(card.rows),
        "fits": _fits(HEAD_HEIGHT + head + sum(height for _, height in rows)),
    }


def _fits(height: float) -> bool | None:
    """Tell whether a card surely not higher than this fits on a page; None where only the typesetter can tell."""
    if height <= PAGE_HEIGHT:
        return True
    return False if height > PAGE_HEIGHT * SURELY_TOO_HIGH else None


def _row(row: ReportRow, text: Printable) -> tuple[list[object], float]:
    """Give label, paragraphs, sum (total, parts) and whether the row may break; and a height it does not exceed."""
    label = text(row.label)
    paragraphs = [_paragraph(runs, text) for runs in row.paragraphs]
    lines_of_sum = _sum_lines(row)
    money = _money(lines_of_sum, text) if lines_of_sum else None
    height = 11.5 * (lines_of(label, LABEL_WIDTH / SEMIBOLD, 9) - 1)
    if lines_of_sum:
        height = max(height, 14.0 * len(lines_of_sum.parts))
    elif paragraphs:
        lines = sum(lines_of(_plain(paragraph), VALUE_WIDTH, 10.5) for paragraph in paragraphs)
        height = max(height, 14.0 * (lines - 1) + 4.0 * (len(paragraphs) - 1))
    height += ROW_HEIGHT
    return [label, paragraphs, money, height > LONG_ROW], height


def _plain(paragraph: Paragraph) -> str:
    if isinstance(paragraph, str):
        return paragraph
    return "".join(piece if isinstance(piece, str) else piece[0] for piece in paragraph)


def _sum_lines(row: ReportRow) -> MoneyLines | None:
    """Give a sum that is set as lines; parts that do not make their total stay in its brackets."""
    return row.money if row.money and row.money.makes_total else None


def _money(money: MoneyLines, text: Printable) -> list[object]:
    return [text(money.total), [[text(name), text(amount)] for name, amount in money.parts]]


def _widest(rows: Iterable[ReportRow]) -> float:
    """Give the width of a card's widest amount in ems: the right edge that all its amounts share."""
    sums = [money for row in rows if (money := _sum_lines(row))]
    amounts = [amount for money in sums for amount in (money.total, *(amount for _, amount in money.parts))]
    return max(map(width_of, amounts), default=0) / 1000


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
            f"{wording.say(f'severity.{severity}.heading')} ({len(group)})",
            [[text(part) for part in _finding(line)] for line in group],
        ]
        for severity, group in groups
    ]


def _finding(line: FindingLine) -> tuple[str, ...]:
    return (line.cards or EN_DASH, line.field_label, line.place, line.title, line.message, line.fix)
