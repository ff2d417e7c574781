from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": ""},
        {"funder_decision": "–"},
        {"name": "Mallilan malli"},
    ],
)
def test_funder_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH"},
        {"funder_decision": "592/2022"},
        {"funder_decision": "", "period": "ideointi"},
    ],
)
def test_funder_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-missing", card(rows)) == []
