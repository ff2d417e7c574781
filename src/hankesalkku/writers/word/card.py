"""A project's card in the Word form: a table of two columns, label and content, that reads back letter by letter."""

from __future__ import annotations

from collections.abc import Callable

from hankesalkku.core.report.model import ReportCard, ReportRow, Run
from hankesalkku.writers.word import markup
from hankesalkku.writers.word.styles import LABEL_WIDTH, VALUE_WIDTH

LABEL_CHARACTERS = 31  # that fit on a line of the label column
VALUE_CHARACTERS = 64
VALUE_LINE, LABEL_LINE, ROW_PADDING = 13.2, 11.3, 2.5  # points
PAGE_POINTS = 610.0  # of 728 on A4, so that a wider substitute font still keeps the card on its page
SPLITTING_POINTS = 200.0  # a row higher than this may break over pages

LOOSE = '<w:keepNext w:val="0"/>'


def card_table(card: ReportCard, links: markup.Links, say: Callable[..., str]) -> str:
    """Make the table of a card. It stays on one page where it fits; else its first row comes again on the next."""
    heights = [row_points(row) for row in card.rows]
    is_long = sum(heights) > PAGE_POINTS
    last = len(card.rows) - 1
    rows = "".join(
        _row(
            row,
            links,
            loose=LOOSE if (is_long and index) or index == last else "",
            is_header=is_long and index == 0,
            may_split=heights[index] > SPLITTING_POINTS,
        )
        for index, row in enumerate(card.rows)
    )
    return markup.table(
        "ProjectCard",
        (LABEL_WIDTH, VALUE_WIDTH),
        rows,
        caption=card.heading,
        description=say("report.card_table", number=card.number),
        looks="firstColumn",
    )


def row_points(row: ReportRow) -> float:
    """Estimate the height of a row in points."""
    value_lines = sum(1 + sum(len(run.text) for run in runs) // VALUE_CHARACTERS for runs in row.paragraphs)
    label_lines = 1 + len(row.label) // LABEL_CHARACTERS
    return max(value_lines * VALUE_LINE, label_lines * LABEL_LINE) + ROW_PADDING


def _row(row: ReportRow, links: markup.Links, *, loose: str, is_header: bool, may_split: bool) -> str:
    label = markup.paragraph("CardLabel", markup.text_run(row.label), loose)
    cells = markup.cell(LABEL_WIDTH, label) + markup.cell(VALUE_WIDTH, _value(row, links, loose))
    return markup.row(cells, is_header=is_header, may_split=may_split)


def _value(row: ReportRow, links: markup.Links, loose: str) -> str:
    """Make the content: a sum as an amount with its parts small under it, anything else as its paragraphs."""
    total = row.money.total if row.money else ""
    if total and row.text.startswith(total):
        parts = row.text[len(total) :].strip()
        amount = markup.paragraph("CardAmount", markup.text_run(total), loose)
        return amount + (markup.paragraph("CardPart", markup.text_run(parts), loose) if parts else "")
    paragraphs = row.paragraphs or ((Run(""),),)
    return "".join(markup.paragraph("CardValue", links.runs(runs), loose) for runs in paragraphs)
