from __future__ import annotations

import pytest

from hankesalkku.core.findings.finding import Percent
from tests.support.cards import card, cards_of, findings

YEAR = ("§ 10 / 1.2.2022", "§ 20 / 1.3.2022", "§ 100 / 1.12.2022")


@pytest.mark.parametrize(
    ("further", "expected"),
    [
        (["§ 22 / 1.6.2022"], [(1, 3)]),
        (["§ 95 / 1.5.2022"], [(1, 3)]),
        (["§ 85 / 1.5.2022"], []),
        (["§ 40 / 1.6.2022"], []),
        (["§ 21 / 25.3.2022"], []),
        (["§ 19 / 1.6.2022"], []),
        ([], []),
    ],
)
def test_section_pace(further: list[str], expected: list[tuple[int, ...]]) -> None:
    cards = (card(municipal_decision=f"Sivistyslautakunta {text}") for text in (*YEAR, *further))

    assert sorted(cards_of("section-pace", *cards)) == sorted(expected)


def test_section_pace_is_silent_across_july() -> None:
    decisions = (
        "§ 10 / 1.2.2022",
        "§ 40 / 1.5.2022",
        "§ 60 / 10.6.2022",
        "§ 61 / 20.8.2022",
        "§ 100 / 1.12.2022",
    )

    assert cards_of("section-pace", *(card(municipal_decision=f"Sivltk {text}") for text in decisions)) == []


def test_section_pace_shows_the_limit_and_what_was_expected() -> None:
    cards = (card(municipal_decision=f"Sivistyslautakunta {text}") for text in (*YEAR, "§ 22 / 1.6.2022"))

    (finding,) = findings("section-pace", *cards)

    params = dict(finding.params)
    assert (params["seen"], params["expected"], finding.threshold) == (2, 27, Percent(2500))
