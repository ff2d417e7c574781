from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": ""},
        {"period": "–"},
        {"period": "sovitaan myöhemmin"},
        {"period": "toteutusvaihe"},
        {"name": "Mallilan malli"},
    ],
)
def test_period_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("period-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2023"},
        {"period": "31.712.2023"},
        {"period": "hakuvaihe"},
        {"period": "ideointi"},
        {"period": "peruttu"},
    ],
)
def test_period_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("period-missing", card(rows)) == []


def test_period_missing_leaves_a_row_that_others_have_to_row_missing() -> None:
    cards = (card(name="A", period="2023"), card(name="B"))

    assert findings("period-missing", *cards) == []
    assert [finding.cards for finding in findings("row-missing", *cards)] == [(1,)]
