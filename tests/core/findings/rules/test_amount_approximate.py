from __future__ import annotations

import pytest

from tests.support.cards import card, fields


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("noin 20 000 €", ["gross_income"]),
        ("n. 5,2 miljoonaa euroa", ["gross_income"]),
        ("enintään 20 000 €", ["gross_income"]),
        ("20 000 €", []),
        ("", []),
    ],
)
def test_amount_approximate(text: str, expected: list[str]) -> None:
    assert fields("amount-approximate", card(gross_income=text)) == expected
