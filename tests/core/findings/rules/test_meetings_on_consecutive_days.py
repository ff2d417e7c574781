from __future__ import annotations

import pytest

from hankesalkku.core.findings.run import catalogue
from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        (["Sivistyslautakunta § 31 / 16.3.2022", "Sivistyslautakunta § 43 / 17.3.2022"], [(0, 1)]),
        (["Sivistyslautakunta § 31 / 16.3.2022", "Sivistyslautakunta § 43 / 18.3.2022"], []),
        (["Sivistyslautakunta § 31 / 16.3.2022", "Tekninen lautakunta § 43 / 17.3.2022"], []),
        (["Kaupunginvaltuusto § 31 / 14.11.2022", "Kaupunginvaltuusto § 43 / 15.11.2022"], []),
        (["Rehtorin viranhaltijapäätös 3 / 1.2.2022", "Rehtorin viranhaltijapäätös 4 / 2.2.2022"], []),
    ],
)
def test_meetings_on_consecutive_days(decisions: list[str], expected: list[tuple[int, ...]]) -> None:
    cards = (card(municipal_decision=text) for text in decisions)

    assert cards_of("meetings-on-consecutive-days", *cards) == expected


def test_meetings_on_consecutive_days_is_an_import_remark() -> None:
    assert catalogue()["meetings-on-consecutive-days"].is_import_remark
