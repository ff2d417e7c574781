from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (["Sivltk § 108 / 21.11.2022", "Sivltk § 108 / 21.11.2022"], [(0, 1)]),
        (["Sivltk § 108 / 21.11.2022", "Sivltk § 109 / 21.11.2022"], []),
        (["Sivltk § 108 / 21.11.2022", "Kh § 108 / 21.11.2022"], []),
        (["Sivltk 21.11.2022", "Sivltk 21.11.2022"], []),
        (["Sivltk § 108 / 21.11.2022; Sivltk § 108 / 21.11.2022"], []),
    ],
)
def test_two_projects_one_section(decisions: list[str], expected: list[tuple[int, ...]]) -> None:
    assert (
        cards_of("two-projects-one-section", *(card(municipal_decision=text) for text in decisions))
        == expected
    )
