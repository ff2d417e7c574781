from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"budget_years": "2022", "period": "1.1.–31.7.2023"},
        {"budget_years": "2024–2025", "period": "2023"},
    ],
)
def test_budget_years_disjoint_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("budget-years-disjoint", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"budget_years": "2022–2023", "period": "2023"},
        {"budget_years": "2022", "period": "2023 alkaen"},
        {"budget_years": "", "period": "2023"},
        {"budget_years": "2022", "period": "1.6.2023–31.5.2021"},
    ],
)
def test_budget_years_disjoint_stays_silent(rows: dict[str, str]) -> None:
    assert findings("budget-years-disjoint", card(rows)) == []


def test_budget_years_disjoint_silences_the_gentler_rules() -> None:
    made = card(budget_years="2022", period="1.1.–31.7.2023")

    assert findings("budget-years-outside-period", made) == findings("budget-year-missing", made) == []
