from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.2020–1.1.2027"},
        {"period": "2016–2023"},
    ],
)
def test_period_unusually_long_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("period-unusually-long", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.2020–31.12.2026"},
        {"period": "2017–2023"},
        {"period": "2010–"},
    ],
)
def test_period_unusually_long_stays_silent(rows: dict[str, str]) -> None:
    assert findings("period-unusually-long", card(rows)) == []


def test_period_unusually_long_counts_the_year_begun_and_shows_its_threshold() -> None:
    (finding,) = findings("period-unusually-long", card(period="1.1.2020–1.1.2027"))

    assert (dict(finding.params)["years"], finding.threshold) == (8, 7)
