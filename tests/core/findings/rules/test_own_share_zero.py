from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("income", "share", "expected"),
    [
        ("100 €", "0 €", [(0,)]),
        ("80 €", "0 €", []),
        ("100 €", "", []),
        ("100 €", "ei", []),
        ("80 €", "20 €", []),
    ],
)
def test_own_share_zero(income: str, share: str, expected: list[tuple[int, ...]]) -> None:
    one = card(gross_income=income, gross_expenditure="100 €", municipal_share=share)

    assert cards_of("own-share-zero", one) == expected
