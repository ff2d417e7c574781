from __future__ import annotations

import pytest

from hankesalkku.core.card.card import Card
from tests.support.cards import card, cards_of

ONE = card(name="Kirjastoauto kylille", period="1.1.2023–31.12.2023")
NUMBERED = {"funder_decision": "OKM/7/520/2021", "gross_income": "80 €", "gross_expenditure": "100 €"}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (card(name="KIRJASTO-AUTO  kylille", period="1.1.2023 – 31.12.2023"), [(0, 1)]),
        (card(name="Kirjastoauto kylille", period="1.1.2024–31.12.2024"), []),
        (card(name="Kirjastoauto kylille", period=""), []),
        (card(name="Uimahalli", period="1.1.2023–31.12.2023"), []),
    ],
)
def test_duplicate_card_by_name_and_period(other: Card, expected: list[tuple[int, ...]]) -> None:
    assert cards_of("duplicate-card", ONE, other) == expected


@pytest.mark.parametrize(("share", "expected"), [("20 €", [(0, 1)]), ("21 €", []), ("", [])])
def test_duplicate_card_by_funders_number_and_sums(share: str, expected: list[tuple[int, ...]]) -> None:
    finnish = card(NUMBERED, name="Kirjastoauto", municipal_share="20 €")
    swedish = card(NUMBERED, name="Bokbussen", municipal_share=share)

    assert cards_of("duplicate-card", finnish, swedish) == expected


def test_duplicate_cards_are_named_together() -> None:
    assert cards_of("duplicate-card", ONE, card(name="Uimahalli"), ONE, ONE) == [(0, 2, 3)]
