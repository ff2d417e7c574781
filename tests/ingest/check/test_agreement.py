"""Do the cards attached to our PDF say what its pages say?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from hankesalkku.core.card.card import Card
from hankesalkku.ingest.check.agreement import cards_agree
from tests.support.cards import card

NAME = "Kirjasto ja 😀 hymy-auto"
ATTACHED = card(name=NAME, gross_income="20 000 €", funder_decision="OKM OKM/74/520/2022")


@pytest.mark.parametrize(
    "seen",
    [
        ATTACHED,
        replace(ATTACHED, name="Kirjasto ja □ hymy- auto"),
        replace(ATTACHED, name="Kirjasto  ja □ hymyauto"),
        card(
            name=NAME,
            gross_income="20 000 €",
            funder_decision="Opetus- ja kulttuuriministeriö OKM/74/520/2022",
        ),
    ],
)
def test_layout_and_squares_make_no_difference(seen: Card) -> None:
    assert cards_agree((seen,), (ATTACHED,))


@pytest.mark.parametrize(
    "seen",
    [
        replace(ATTACHED, name="Kirjasto ja hymyauto"),
        replace(ATTACHED, gross_income=None),
        card(name=NAME, gross_income="20 000,01 €", funder_decision="OKM OKM/74/520/2022"),
        card(name=NAME, gross_income="20 000 €", funder_decision="OKM OKM/75/520/2022"),
    ],
)
def test_another_value_makes_one(seen: Card) -> None:
    assert not cards_agree((seen,), (ATTACHED,))


def test_another_number_of_cards_makes_one() -> None:
    assert not cards_agree((), (ATTACHED,))
