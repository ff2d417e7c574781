from __future__ import annotations

import pytest

from hankesalkku.core.findings.finding import ExactPercent
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("expenditure", "share", "expected"),
    [
        ("33.333 €", "3.333 €", [ExactPercent(99_991)]),
        ("8.889 €", "889 €", [ExactPercent(100_011)]),
        ("100 000 €", "20 000 €", []),
        ("100 000 €", "20 001 €", []),
        ("100 000 €", "20 000,99 €", [ExactPercent(200_010)]),
        ("100 000 €", "0,50 €", []),
        ("100 000 €", "0 €", []),
        ("", "20 €", []),
    ],
)
def test_share_percent_rounded(expenditure: str, share: str, expected: list[ExactPercent]) -> None:
    found = findings("share-percent-rounded", card(gross_expenditure=expenditure, municipal_share=share))

    assert [dict(finding.params)["exact"] for finding in found] == expected
