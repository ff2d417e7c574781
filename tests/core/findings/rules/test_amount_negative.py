from __future__ import annotations

import pytest

from tests.support.cards import card, fields


@pytest.mark.parametrize(
    ("text", "expected"),
    [("-5 000 €", ["gross_income"]), ("−1 €", ["gross_income"]), ("−0 €", []), ("5 €", [])],
)
def test_amount_negative(text: str, expected: list[str]) -> None:
    assert fields("amount-negative", card(gross_income=text)) == expected
