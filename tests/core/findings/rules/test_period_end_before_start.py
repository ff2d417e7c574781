from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.6.2023–31.5.2022"},
        {"period": "2024–2023"},
        {"period": "2.5.2023–1.5.2023"},
    ],
)
def test_period_end_before_start_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("period-end-before-start", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.5.2023–1.5.2023"},
        {"period": "1.6.2023–2023"},
        {"period": "2022–2023"},
        {"period": ""},
    ],
)
def test_period_end_before_start_stays_silent(rows: dict[str, str]) -> None:
    assert findings("period-end-before-start", card(rows)) == []


def test_period_end_before_start_offers_the_swap_and_the_budget_year() -> None:
    (finding,) = findings(
        "period-end-before-start", card(period="1.6.2023–31.12.2022", budget_years="2023–2024")
    )

    assert finding.suggestions == ("31.12.2022–1.6.2023", "1.6.2023–31.12.2024")
