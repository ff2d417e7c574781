from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.–31.7.2023"},
        {"period": "12.5.-16.6.2022"},
    ],
)
def test_start_year_implicit_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("start-year-implicit", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.2023–31.7.2023"},
        {"period": "2023"},
    ],
)
def test_start_year_implicit_stays_silent(rows: dict[str, str]) -> None:
    assert findings("start-year-implicit", card(rows)) == []
