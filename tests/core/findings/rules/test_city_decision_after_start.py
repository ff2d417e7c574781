from __future__ import annotations

import pytest

from hankesalkku.core.findings.finding import Severity
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 2.1.2023", "period": "1.1.2023–31.12.2023"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 18.12.2022", "period": "1.1.2022–31.12.2023"},
    ],
)
def test_city_decision_after_start_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("city-decision-after-start", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 1.1.2023", "period": "1.1.2023–31.12.2023"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 2.6.2023", "period": "2023"},
        {
            "municipal_decision": "Sivltk § 5 / 1.2.2022; Sivltk § 9 / 1.3.2023",
            "period": "1.1.2023–31.12.2023",
        },
        {"municipal_decision": "Sivistyslautakunta", "period": "1.1.2023–31.12.2023"},
    ],
)
def test_city_decision_after_start_stays_silent(rows: dict[str, str]) -> None:
    assert findings("city-decision-after-start", card(rows)) == []


@pytest.mark.parametrize(
    ("day", "severity"),
    [("2.1.2023", Severity.NOTE), ("29.6.2023", Severity.NOTE), ("30.6.2023", Severity.WARNING)],
)
def test_city_decision_after_start_is_a_warning_from_180_days(day: str, severity: Severity) -> None:
    rows = {"municipal_decision": f"Sivistyslautakunta § 5 / {day}", "period": "1.1.2023–31.12.2023"}

    (finding,) = findings("city-decision-after-start", card(rows))

    assert (finding.severity, finding.threshold, finding.evidence) == (severity, 180, f"{day}; 1.1.2023")
