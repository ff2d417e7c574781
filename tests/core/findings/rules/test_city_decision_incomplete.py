from __future__ import annotations

import pytest

from hankesalkku.core.findings.finding import Word
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta"},
        {"municipal_decision": "Sivistyslautakunta § 5"},
        {"municipal_decision": "Sivistyslautakunta 1.3.2023"},
        {"municipal_decision": "Sivistysjohtajan viranhaltijapäätös"},
    ],
)
def test_city_decision_incomplete_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("city-decision-incomplete", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 1.3.2023"},
        {"municipal_decision": "Sivistysjohtajan viranhaltijapäätös 12 / 1.3.2023"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 31.13.2023"},
        {"municipal_decision": ""},
    ],
)
def test_city_decision_incomplete_stays_silent(rows: dict[str, str]) -> None:
    assert findings("city-decision-incomplete", card(rows)) == []


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        ("Sivistyslautakunta", ("decision-section", "decision-date")),
        ("Sivistyslautakunta § 5", ("decision-date",)),
        ("Sivistyslautakunta 31.13.2023", ("decision-section",)),
        ("Sivistysjohtajan viranhaltijapäätös 1.3.2023", ("decision-number",)),
    ],
)
def test_city_decision_incomplete_names_what_is_missing(decision: str, missing: tuple[str, ...]) -> None:
    (finding,) = findings("city-decision-incomplete", card(municipal_decision=decision))

    assert dict(finding.params)["missing"] == tuple(Word(key) for key in missing)
