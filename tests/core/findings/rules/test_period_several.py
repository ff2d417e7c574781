from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.–31.5.2022 ja 1.8.–31.12.2022"},
        {"period": "2021; 2023"},
    ],
)
def test_period_several_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("period-several", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.2022–31.12.2023 / toteutusvaihe"},
        {"period": "2022–2023"},
    ],
)
def test_period_several_stays_silent(rows: dict[str, str]) -> None:
    assert findings("period-several", card(rows)) == []
