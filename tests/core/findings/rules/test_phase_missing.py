from __future__ import annotations

import pytest

from tests.support.cards import card, fired


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2022–2023"},
        {"period": ""},
    ],
)
def test_phase_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in fired("phase-missing", card(**rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2022–2023 / toteutusvaihe"},
        {"name": "Mallilan malli"},
    ],
)
def test_phase_missing_stays_silent(rows: dict[str, str]) -> None:
    assert fired("phase-missing", card(**rows)) == ()
