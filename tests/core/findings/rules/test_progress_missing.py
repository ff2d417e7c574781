from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"status": "Tiedot päivittyvät v. 2022 tilinpäätökseen."},
        {"status": ""},
    ],
)
def test_progress_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("progress-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"status": "Hanke etenee, menot 45 %"},
        {"status": "Toteuma 31,5 prosenttia"},
        {"status": "Menot 120 % budjetista"},
        {"status": "Haettu", "period": "2024 / hakuvaihe"},
        {"status": "Hylätty", "period": "2024 / hylätty"},
        {"name": "Mallilan malli"},
    ],
)
def test_progress_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("progress-missing", card(rows)) == []
