from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("one", "two", "fires"),
    [
        ("§ 47 / 19.5.2021", "§ 47 / 19.5.2022", True),
        ("§ 129 / 18.12.2022", "§ 129 / 8.12.2021", True),
        ("§ 129 / 18.12.2022", "§ 129 / 18.11.2020", True),
        ("§ 129 / 18.12.2022", "§ 129 / 18.12.2019", False),
        ("§ 129 / 18.12.2022", "§ 129 / 8.11.2021", False),
        ("§ 129 / 18.12.2022", "§ 129 / 8.12.2022", False),
        ("§ 47 / 19.5.2021", "§ 48 / 19.5.2022", False),
        ("§ 47 / 19.5.2021", "§ 47 / 2022", False),
    ],
)
def test_same_section_lookalike_date(one: str, two: str, fires: bool) -> None:
    cards = (card(municipal_decision=f"Sivistyslautakunta {text}") for text in (one, two))

    assert cards_of("same-section-lookalike-date", *cards) == ([(0, 1)] if fires else [])


def test_same_section_lookalike_date_needs_one_body() -> None:
    bodies = ("Sivistyslautakunta § 47 / 19.5.2021", "Tekninen lautakunta § 47 / 19.5.2022")

    assert cards_of("same-section-lookalike-date", *(card(municipal_decision=text) for text in bodies)) == []
