from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("percents", "expected"),
    [
        ([20, 20, 20, 30], [(3,)]),
        ([20, 20, 20, 5], []),
        ([20, 20, 0, 20, 20, 5, 30], [(6,)]),
        ([20, 20, 20, 30, 40, 50], [(0, 1, 2, 3, 4, 5)]),
        ([5, 30], [(0, 1)]),
        ([20, 20, 30], [(0, 1, 2)]),
        ([20, 20], []),
        ([20], []),
        ([20, None], []),
    ],
)
def test_own_share_differs_by_funder(percents: list[int | None], expected: list[tuple[int, ...]]) -> None:
    shares = ["" if percent is None else f"{percent} €" for percent in percents]
    cards = [
        card(funder_decision="Mallirahasto", gross_expenditure="100 €", municipal_share=share)
        for share in shares
    ]

    assert cards_of("own-share-differs-by-funder", *cards) == expected


def test_own_share_of_other_funders_is_not_compared() -> None:
    cards = [
        card(funder_decision=funder, gross_expenditure="100 €", municipal_share=share)
        for funder, share in [("Mallirahasto", "5 €"), ("Esimerkkisäätiö", "30 €")]
    ]

    assert cards_of("own-share-differs-by-funder", *cards) == []
