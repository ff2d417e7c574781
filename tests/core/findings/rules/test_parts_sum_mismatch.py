from __future__ import annotations

import pytest

from hankesalkku.core.findings.finding import Severity
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100 € (esiopetus: 40 €, perusopetus: 60 €)", []),
        ("100 € (esiopetus: 40 €, perusopetus: 61 €)", [Severity.ERROR]),
        ("100 € (esiopetus: 40 €, perusopetus: 60,50 €)", [Severity.NOTE]),
        ("100 € (josta esiopetus: 40 €, perusopetus: 50 €)", []),
        ("100 € (esiopetus: 40 €)", []),
        ("noin 100 € (esiopetus: 40 €, perusopetus: 61 €)", []),
        ("100 €", []),
    ],
)
def test_parts_sum_mismatch(text: str, expected: list[Severity]) -> None:
    assert [
        finding.severity for finding in findings("parts-sum-mismatch", card(gross_income=text))
    ] == expected
