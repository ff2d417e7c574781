from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": ""},
        {"municipal_decision": "-"},
        {"name": "Mallilan malli"},
    ],
)
def test_city_decision_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("city-decision-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 1.3.2023"},
        {"municipal_decision": "Sivistyslautakunta"},
        {"municipal_decision": "", "period": "2024 / hakuvaihe"},
        {"municipal_decision": "", "period": "ideointi"},
    ],
)
def test_city_decision_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("city-decision-missing", card(rows)) == []
