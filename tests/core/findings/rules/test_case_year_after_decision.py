from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of, findings

CASE = "Dynasty: 90/02.05.01.03/2023"


@pytest.mark.parametrize(
    ("rows", "fires"),
    [
        ({"period": "2022–2023"}, True),
        ({"period": "2023", "funder_decision": "OPH 1.12.2022"}, True),
        ({"period": "2023", "municipal_decision": "Sivltk § 5 / 1.12.2022"}, True),
        ({"period": "2023–2024", "municipal_decision": "Sivltk § 5 / 1.2.2023"}, False),
        ({"period": "2024"}, False),
        ({}, False),
    ],
)
def test_case_year_after_decision(rows: dict[str, str], fires: bool) -> None:
    made = card(rows, other_information=CASE)

    assert cards_of("case-year-after-decision", made) == ([(0,)] if fires else [])


def test_case_year_after_decision_is_one_finding_for_all_cards() -> None:
    early = card(period="2022", other_information=CASE)

    (finding,) = findings(
        "case-year-after-decision", early, card(period="2023", other_information=CASE), early
    )

    assert (finding.cards, dict(finding.params)) == ((0, 2), {"year": "2023"})
