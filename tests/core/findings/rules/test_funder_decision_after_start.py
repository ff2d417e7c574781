from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH 2.4.2023", "period": "1.1.2023–31.12.2023"},
    ],
)
def test_funder_decision_after_start_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-decision-after-start", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH 1.4.2023", "period": "1.1.2023–31.12.2023"},
        {"funder_decision": "OPH 1.12.2022", "period": "1.1.2023–31.12.2023"},
        {"funder_decision": "OPH 2.4.2023", "period": "2023"},
    ],
)
def test_funder_decision_after_start_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-decision-after-start", card(rows)) == []
