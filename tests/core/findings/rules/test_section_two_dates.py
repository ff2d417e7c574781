from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of, findings


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (["Sivistyslautakunta § 108 / 27.10.2022", "Sivistyslautakunta § 108 / 21.11.2022"], [(0, 1)]),
        (["Sivltk § 108 / 27.10.2022", "SIVISTYSLAUTAKUNNAN § 108 / 21.11.2022"], [(0, 1)]),
        (["Kh § 3 / 1.2.2022", "Kaupunginhallitus § 3 / 2.3.2022", "Kv § 3 / 5.4.2022"], [(0, 1)]),
        (["Rehtorin viranhaltijapäätös 3 / 1.2.2022", "Rehtorin viranhaltijapäätös 3 / 2.2.2022"], [(0, 1)]),
        (["Sivistyslautakunta § 108 / 27.10.2022", "Sivistyslautakunta § 108 / 27.10.2022"], []),
        (["Sivistyslautakunta § 108 / 27.10.2022", "Sivistyslautakunta § 108 / 21.11.2021"], []),
        (["Sivistyslautakunta § 108 / 27.10.2022", "Tekninen lautakunta § 108 / 21.11.2022"], []),
        (["Sivistyslautakunta § 108 / 27.10.2022", "Sivistyslautakunta § 108 / 2022"], []),
        (["Viranhaltijapäätös 3 / 1.2.2022", "Viranhaltijapäätös 3 / 2.2.2022"], []),
        (["Rehtorin viranhaltijapäätös 3 / 1.2.2022", "Museonjohtajan viranhaltijapäätös 3 / 2.2.2022"], []),
    ],
)
def test_section_two_dates(decisions: list[str], expected: list[tuple[int, ...]]) -> None:
    assert cards_of("section-two-dates", *(card(municipal_decision=text) for text in decisions)) == expected


def test_section_two_dates_names_each_day_once() -> None:
    days = ("27.10.2022", "21.11.2022", "21.11.2022")

    (finding,) = findings(
        "section-two-dates", *(card(municipal_decision=f"Sivltk § 108 / {day}") for day in days)
    )

    assert finding.evidence == "Sivltk: § 108 / 27.10.2022; § 108 / 21.11.2022"
