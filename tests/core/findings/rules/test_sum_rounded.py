from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("share", "expected"),
    [("20 €", []), ("20,01 €", [(0,)]), ("19,01 €", [(0,)]), ("19 €", []), ("", [])],
)
def test_sum_rounded(share: str, expected: list[tuple[int, ...]]) -> None:
    one = card(gross_income="80 €", gross_expenditure="100 €", municipal_share=share)

    assert cards_of("sum-rounded", one) == expected
