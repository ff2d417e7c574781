from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 17.12.2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 6.12.2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 15.4.2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 18.4.2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 26.5.2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 24.6.2022"},
    ],
)
def test_meeting_on_holiday_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("meeting-on-holiday", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 18.12.2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 6.12.2020"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 14.4.2022"},
        {"municipal_decision": "Sivistysjohtajan viranhaltijapäätös 12 / 6.12.2022"},
    ],
)
def test_meeting_on_holiday_stays_silent(rows: dict[str, str]) -> None:
    assert findings("meeting-on-holiday", card(rows)) == []
