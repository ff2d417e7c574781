from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("income", "expenditure", "share", "expected"),
    [
        ("80 € (a: 30 €, b: 50 €)", "100 € (a: 40 €, b: 60 €)", "20 € (a: 10 €, b: 10 €)", []),
        ("80 € (a: 30 €, b: 50 €)", "100 € (a: 40 €, b: 60 €)", "20 € (a: 5 €, b: 15 €)", ["a", "b"]),
        ("80 € (a: 30 €, b: 50 €)", "100 € (a: 40 €, b: 60 €)", "20 € (a: 9,50 €, b: 10,50 €)", []),
        ("80 € (a: 30 €, b: 50 €)", "100 € (a: 40 €, b: 60 €)", "20 € (c: 5 €, b: 10 €)", []),
        ("70 € (a: 70 €)", "100 € (a: 100 €)", "20 € (a: 20 €)", []),
        ("80 €", "100 €", "20 €", []),
    ],
)
def test_part_balance_mismatch(income: str, expenditure: str, share: str, expected: list[str]) -> None:
    one = card(gross_income=income, gross_expenditure=expenditure, municipal_share=share)

    assert [dict(finding.params)["part"] for finding in findings("part-balance-mismatch", one)] == expected
