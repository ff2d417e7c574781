from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.2023–31.12.2023", "status": "Tiedot päivittyvät v. 2022 tilinpäätökseen."},
        {"period": "2023", "status": "Toteuma 2022: 0 €"},
        {"period": "2023", "status": "Tilanne 31.12.2022"},
        {"period": "2023", "status": "Utfall 2022"},
    ],
)
def test_status_year_before_start_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("status-year-before-start", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.6.2022–2023", "status": "Tiedot päivittyvät v. 2022 tilinpäätökseen."},
        {"period": "2023", "status": "Uusi hanke (alkaa 1.1.2023), v. 2022 tilinpäätös"},
        {"period": "2023", "status": "Toteuma 2022 ja toteuma 2023"},
        {"period": "2023", "status": "Päätös saatiin 12.4.2022."},
        {"period": "", "status": "Toteuma 2022"},
    ],
)
def test_status_year_before_start_stays_silent(rows: dict[str, str]) -> None:
    assert findings("status-year-before-start", card(rows)) == []
