from __future__ import annotations

import pytest

from hankesalkku.core.card.card import Card
from tests.support.cards import card, cards_of, findings


def case(run: int, link_id: int, year: int = 2023) -> Card:
    """Make a card of case `run`/02.05.01.03/`year` with the id of its link."""
    return card(
        other_information=f"Dynasty: {run}/02.05.01.03/{year}",
        case_url=f"https://asiat.mallila.example/#/case/{link_id}",
    )


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ([(90, 190), (91, 191), (92, 192), (93, 192)], [(3,)]),
        ([(90, 190), (91, 191), (92, 191)], []),
        ([(90, 190), (91, 191), (92, 192), (93, 192), (94, 192), (95, 192)], []),
        ([(90, 190), (91, 191), (92, 192), (93, 400, 2022)], []),
        ([(90, 190), (91, 191), (92, 192)], []),
    ],
)
def test_case_link_off(cases: list[tuple[int, ...]], expected: list[tuple[int, ...]]) -> None:
    assert cards_of("case-link-off", *(case(*each) for each in cases)) == expected


def test_case_link_off_suggests_id_and_number() -> None:
    (finding,) = findings("case-link-off", case(90, 190), case(91, 191), case(92, 192), case(93, 192))

    assert finding.suggestions == ("193", "92/02.05.01.03/2023")
    assert finding.threshold == 3
