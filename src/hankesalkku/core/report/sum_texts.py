"""The cells of a table of sums as writers print them, under the words of `SUM_KEYS`. Source: LOOK.md 4."""

from __future__ import annotations

from hankesalkku.core.language.formats import (
    EN_DASH,
    NO_BREAK_SPACE,
    format_cents,
    format_number,
    format_percent,
)
from hankesalkku.core.report.model import Summary, SummaryRow

SUM_KEYS = ("projects", "gross_income", "gross_expenditure", "municipal_share", "share_percent")
"""The keys of the words over the columns of figures, in their order."""
_UNIT = f"{NO_BREAK_SPACE}€"


def sum_texts(line: SummaryRow, language: str) -> tuple[str, ...]:
    """Give the figures of a line, each sum with its unit."""
    sums = (format_cents(cents, language) for cents in line.sums_cents)
    return (format_number(line.projects), *sums, share_text(line.share_hundredths, language))


def bare_headings(summary: Summary, words: dict[str, str]) -> tuple[str, ...]:
    """Give the headings of a table whose sums stand without their unit: it is in the headings."""
    projects, *sums, share = (words[key] for key in SUM_KEYS)
    return (summary.group_heading, projects, *(f"{heading},{_UNIT}" for heading in sums), share)


def bare_rows(summary: Summary, language: str) -> list[tuple[str, ...]]:
    """Give the cells of a table whose sums stand without their unit, its total last.

    Cents are in all lines or in none; a star marks the name of a line whose sums are not of all its projects.
    """
    lines = (*summary.rows, summary.total)
    with_cents = any(cents % 100 for line in lines for cents in line.sums_cents)
    return [_bare_row(line, language, with_cents=with_cents) for line in lines]


def _bare_row(line: SummaryRow, language: str, *, with_cents: bool) -> tuple[str, ...]:
    name = line.name + ("*" if line.incomplete else "")
    sums = (
        format_cents(cents, language, with_cents=with_cents).removesuffix(_UNIT) for cents in line.sums_cents
    )
    return (name, format_number(line.projects), *sums, share_text(line.share_hundredths, language))


def share_text(hundredths: int | None, language: str) -> str:
    """Write a share with one decimal; an en dash where there is none."""
    return EN_DASH if hundredths is None else format_percent(hundredths, language, decimals=1)
