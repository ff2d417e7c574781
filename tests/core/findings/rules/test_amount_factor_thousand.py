from __future__ import annotations

import pytest

from tests.support.cards import card, codes, findings

SUMS = {"gross_income": "80 000 €", "gross_expenditure": "100 000 €", "municipal_share": "20 000 €"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({}, []),
        ({"gross_income": "80 €"}, [("gross_income", "too-small", "80\u00a0000\u00a0€")]),
        ({"gross_expenditure": "100 000 000 €"}, [("gross_expenditure", None, "100\u00a0000\u00a0€")]),
        ({"municipal_share": "20 €"}, [("municipal_share", "too-small", "20\u00a0000\u00a0€")]),
        ({"municipal_share": "21 €"}, []),
        ({"municipal_share": ""}, []),
    ],
)
def test_amount_factor_thousand(rows: dict[str, str], expected: list[tuple[str, str | None, str]]) -> None:
    found = findings("amount-factor-thousand", card(SUMS | rows))

    assert [(finding.field, finding.variant, finding.suggestions[0]) for finding in found] == expected


def test_amount_factor_thousand_silences_sum_mismatch() -> None:
    assert "sum-mismatch" not in codes(card(SUMS | {"gross_income": "80 €"}))
