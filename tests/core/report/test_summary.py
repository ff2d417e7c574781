"""Sums of the first page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.report.model import SummaryRow
from hankesalkku.core.report.summary import group, share_of, summarise
from tests.support.cards import card, document

LIBRARY = card(
    unit="Sivistys / Kirjasto", gross_income="80 €", gross_expenditure="100 €", municipal_share="20 €"
)
SCHOOL = card(unit="Sivistys / Koulu", gross_income="50 €", gross_expenditure="100 €", municipal_share="50 €")
UNREAD = card(
    unit="sivistys / kirjasto", gross_income="4.20", gross_expenditure="10 €", municipal_share="0 €"
)


def test_sums_leave_out_what_cannot_be_read_and_say_so() -> None:
    assert summarise((LIBRARY, SCHOOL, UNREAD), "Yhteensä") == SummaryRow(
        "Yhteensä", 3, 13_000, 21_000, 7_000, 3_333, incomplete=1
    )


def test_groups_are_one_whatever_their_case_and_unknown_comes_last() -> None:
    cards = (card(gross_income="1 €"), SCHOOL, LIBRARY, UNREAD)
    summary = group(
        cards,
        title="Yksiköittäin",
        heading="Yksikkö",
        total="Yhteensä",
        name_of=lambda made: " / ".join(made.unit),
        unknown="ei tiedossa",
    )
    assert [(row.name, row.projects) for row in summary.rows] == [
        ("Sivistys / Kirjasto", 2),
        ("Sivistys / Koulu", 1),
        ("ei tiedossa", 1),
    ]
    assert summary.total.projects == 4


@pytest.mark.parametrize(
    ("share", "expenditure", "expected"),
    [(1, 3, 3_333), (2, 3, 6_667), (0, 5, 0), (5, 0, None), (1, 8, 1_250)],
)
def test_share_is_rounded_half_up_to_the_hundredth(
    share: int, expenditure: int, expected: int | None
) -> None:
    assert share_of(share, expenditure) == expected


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8))
def test_groups_add_up_to_the_total(euros: list[int]) -> None:
    cards = [
        card(unit=f"Yksikkö {number % 3}", gross_income=f"{sum_} €") for number, sum_ in enumerate(euros)
    ]
    report = build_report(document(*cards), (), printed_on=date(2031, 1, 1), choices=Choices())
    for summary in report.summaries:
        assert sum(row.gross_income_cents for row in summary.rows) == summary.total.gross_income_cents
        assert sum(row.projects for row in summary.rows) == len(cards)
