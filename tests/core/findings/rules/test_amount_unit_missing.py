from __future__ import annotations

import pytest

from tests.support.cards import card, fields


@pytest.mark.parametrize(
    ("income", "expenditure", "expected"),
    [
        ("20 000", "25 000 €", ["gross_income"]),
        ("1000", "1250 €", ["gross_income"]),
        ("999", "1250 €", []),
        ("20 000", "25 000", []),
        ("20 000 €", "25 000 euroa", []),
        ("20 000", "–", []),
    ],
)
def test_amount_unit_missing(income: str, expenditure: str, expected: list[str]) -> None:
    assert fields("amount-unit-missing", card(gross_income=income, gross_expenditure=expenditure)) == expected
