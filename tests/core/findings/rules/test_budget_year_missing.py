from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"budget_years": "2022", "period": "2022–2023"},
        {"budget_years": "2022", "period": "1.1.2022–31.1.2023"},
    ],
)
def test_budget_year_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("budget-year-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"budget_years": "2022", "period": "1.1.2022–30.1.2023"},
        {"budget_years": "", "period": "2022–2023"},
        {"budget_years": "2022–2023", "period": "2022–2023"},
        {"budget_years": "2021", "period": "2022–2023"},
        {"budget_years": "2022", "period": "2022 alkaen"},
    ],
)
def test_budget_year_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("budget-year-missing", card(rows)) == []
