from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2022–31.12.2023"},
        {"period": "5/2022–31.12.2023"},
    ],
)
def test_period_mixed_precision_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("period-mixed-precision", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2022–2023"},
        {"period": "1.1.–31.7.2023"},
        {"period": "1.1.2022–31.12.2023"},
        {"period": "31.12.2023 saakka"},
    ],
)
def test_period_mixed_precision_stays_silent(rows: dict[str, str]) -> None:
    assert findings("period-mixed-precision", card(rows)) == []
