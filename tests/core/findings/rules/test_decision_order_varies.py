from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of

FUNDER_FIRST = {"funder_decision": "OPH 1.2.2022", "municipal_decision": "Sivltk § 5 / 1.3.2022"}
CITY_FIRST = {"funder_decision": "OPH 1.4.2022", "municipal_decision": "Sivltk § 5 / 1.3.2022"}
SAME_DAY = {"funder_decision": "OPH 1.3.2022", "municipal_decision": "Sivltk § 5 / 1.3.2022"}
YEAR_ONLY = {"funder_decision": "OPH 2022", "municipal_decision": "Sivltk § 5 / 1.3.2022"}
UNDATED = {"funder_decision": "OPH", "municipal_decision": "Sivltk § 5 / 1.3.2022"}


@pytest.mark.parametrize(
    ("cards", "expected"),
    [
        ([FUNDER_FIRST, CITY_FIRST], [(0,)]),
        ([CITY_FIRST, FUNDER_FIRST, FUNDER_FIRST], [(0,)]),
        ([CITY_FIRST, CITY_FIRST, FUNDER_FIRST], [(2,)]),
        ([CITY_FIRST, CITY_FIRST], []),
        ([CITY_FIRST, SAME_DAY, YEAR_ONLY, UNDATED], []),
    ],
)
def test_decision_order_varies(cards: list[dict[str, str]], expected: list[tuple[int, ...]]) -> None:
    assert cards_of("decision-order-varies", *(card(rows) for rows in cards)) == expected
