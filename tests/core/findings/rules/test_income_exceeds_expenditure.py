from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of, codes


@pytest.mark.parametrize(
    ("income", "expected"), [("110 €", [(0,)]), ("101 €", [(0,)]), ("100,99 €", []), ("100 €", []), ("", [])]
)
def test_income_exceeds_expenditure(income: str, expected: list[tuple[int, ...]]) -> None:
    one = card(gross_income=income, gross_expenditure="100 €")

    assert cards_of("income-exceeds-expenditure", one) == expected


def test_income_exceeds_expenditure_stands_alone_without_a_share() -> None:
    told = codes(card(gross_income="110 €", gross_expenditure="100 €", municipal_share="0 €"))

    assert "income-exceeds-expenditure" in told
    assert "sum-mismatch" not in told
