from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Etelä-Suomen aluehallintovirasto 18.2.2022 41152/2021"},
        {"funder_decision": "OKM 18.2.2022 74/2022"},
    ],
)
def test_funder_number_without_prefix_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-number-without-prefix", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Opetushallitus 27.4.2022 66/5297/2021"},
        {"funder_decision": "Ruokavirasto 27.4.2022 592/2022"},
        {"funder_decision": "41152/2021"},
        {"funder_decision": "ESAVI/41152/2021"},
    ],
)
def test_funder_number_without_prefix_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-number-without-prefix", card(rows)) == []


@pytest.mark.parametrize(
    ("decision", "suggestion"),
    [
        ("Etelä-Suomen aluehallintovirasto 18.2.2022 41152/2021", "ESAVI/41152/2021"),
        ("OKM 18.2.2022 74/2022", "OKM/74/520/2022"),
        ("STM 18.2.2022 74/2022", "VN/74/2022"),
    ],
)
def test_funder_number_without_prefix_suggests_the_usual_form(decision: str, suggestion: str) -> None:
    (finding,) = findings("funder-number-without-prefix", card(funder_decision=decision))

    assert finding.suggestions == (suggestion,)
