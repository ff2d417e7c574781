from __future__ import annotations

import pytest

from hankesalkku.core.values.money import Amount
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,7 M€", [Amount(170_000_000)]),
        ("3,41 miljoonaa euroa", [Amount(341_000_000)]),
        ("1 700 000 €", []),
        ("", []),
    ],
)
def test_amount_scaled(text: str, expected: list[Amount]) -> None:
    found = findings("amount-scaled", card(gross_expenditure=text))

    assert [dict(finding.params)["amount"] for finding in found] == expected
