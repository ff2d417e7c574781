from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH 27.4.2022", "period": "1.1.2023–31.12.2023"},
        {"funder_decision": "OPH 4.7.2022", "period": "1.1.2023–31.12.2023"},
    ],
)
def test_funder_decision_long_before_start_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-decision-long-before-start", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH 5.7.2022", "period": "1.1.2023–31.12.2023"},
        {"funder_decision": "OPH 2021", "period": "1.1.2023–31.12.2023"},
        {"funder_decision": "OPH 27.4.2021", "period": "2023"},
        {"funder_decision": "OPH", "period": "1.1.2023–31.12.2023"},
    ],
)
def test_funder_decision_long_before_start_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-decision-long-before-start", card(rows)) == []
