from __future__ import annotations

import pytest

from tests.support.cards import card, fired


@pytest.mark.parametrize(
    "rows",
    [
        {"status": "Menot 101 %"},
        {"status": "Menot -3 %"},
    ],
)
def test_progress_out_of_range_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in fired("progress-out-of-range", card(**rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"status": "Menot 100 %"},
        {"status": "Menot 0 %"},
        {"status": "rahoitusosuus 120 %"},
    ],
)
def test_progress_out_of_range_stays_silent(rows: dict[str, str]) -> None:
    assert fired("progress-out-of-range", card(**rows)) == ()
