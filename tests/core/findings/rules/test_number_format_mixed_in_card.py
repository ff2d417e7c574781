from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("income", "expenditure", "expected"),
    [
        ("8 000 €", "8.889 €", [(0,)]),
        ("8 000 € (a: 3.000 €, b: 5.000 €)", "9 000 €", [(0,)]),
        ("8.000 €", "8.889 €", []),
        ("8 000 €", "889 €", []),
        ("", "", []),
    ],
)
def test_number_format_mixed_in_card(income: str, expenditure: str, expected: list[tuple[int, ...]]) -> None:
    one = card(gross_income=income, gross_expenditure=expenditure)

    assert cards_of("number-format-mixed-in-card", one) == expected
