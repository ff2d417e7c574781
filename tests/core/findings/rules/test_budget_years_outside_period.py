from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"budget_years": "2022–2023", "period": "2023"},
        {"budget_years": "2022–2023", "period": "2023 alkaen"},
        {"budget_years": "2023–2024", "period": "1.1.2023–31.12.2023"},
    ],
)
def test_budget_years_outside_period_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("budget-years-outside-period", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"budget_years": "2023", "period": "2023"},
        {"budget_years": "2023–2024", "period": "2023 alkaen"},
        {"budget_years": "2022", "period": "2023"},
        {"budget_years": "2023", "period": "1.1.2023–31.712.2023"},
    ],
)
def test_budget_years_outside_period_stays_silent(rows: dict[str, str]) -> None:
    assert findings("budget-years-outside-period", card(rows)) == []
