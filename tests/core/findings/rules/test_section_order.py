from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (["Sivistyslautakunta § 50 / 1.2.2022", "Sivistyslautakunta § 49 / 1.3.2022"], [(0, 1)]),
        (["Sivistyslautakunta § 49 / 1.3.2022", "Sivistyslautakunta § 50 / 1.2.2022"], [(0, 1)]),
        (["Sivistyslautakunta § 50 / 1.2.2022", "Sivistyslautakunta § 50 / 1.3.2022"], []),
        (["Sivistyslautakunta § 50 / 1.2.2022", "Sivistyslautakunta § 49 / 1.3.2023"], []),
        (["Sivistyslautakunta § 50 / 1.2.2022", "Tekninen lautakunta § 49 / 1.3.2022"], []),
        (["Rehtorin viranhaltijapäätös 5 / 1.2.2022", "Rehtorin viranhaltijapäätös 4 / 1.3.2022"], []),
    ],
)
def test_section_order(decisions: list[str], expected: list[tuple[int, ...]]) -> None:
    assert cards_of("section-order", *(card(municipal_decision=text) for text in decisions)) == expected


def test_section_order_names_only_the_cards_that_contradict() -> None:
    decisions = ("§ 40 / 1.2.2022", "§ 50 / 1.2.2022", "§ 45 / 1.3.2022", "§ 60 / 1.3.2022")

    assert cards_of("section-order", *(card(municipal_decision=f"Sivltk {text}") for text in decisions)) == [
        (1, 2)
    ]
