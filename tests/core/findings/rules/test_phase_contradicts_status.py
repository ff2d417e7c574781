from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2023 / toteutusvaihe", "status": "Uusi hanke (alkaa 1.1.2023)"},
        {"period": "2023 / toteutusvaihe", "status": "Hanke ei ole vielä alkanut."},
        {"period": "2023 / suunnittelu- ja toteutusvaihe", "status": "Hanke alkaa 1.8.2023."},
        {"period": "2023 / genomförandefas", "status": "Nytt projekt"},
        {"period": "2022 / päättynyt", "status": "Hanke jatkuu."},
        {"period": "2022 / closed", "status": "The project is ongoing."},
    ],
)
def test_phase_contradicts_status_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("phase-contradicts-status", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "2023 / suunnitteluvaihe", "status": "Uusi hanke (alkaa 1.1.2023)"},
        {"period": "2023", "status": "Uusi hanke"},
        {"period": "2023 / toteutusvaihe", "status": "Uusi toimintamalli on käytössä."},
        {"period": "2023 / toteutusvaihe", "status": "Arviointi alkaa 1.5.2023 ja hanke etenee."},
        {"period": "2023 / toteutusvaihe", "status": "Hanke on käynnissä."},
        {"period": "2022 / päättynyt", "status": "Hanke ei enää jatkuu."},
        {"period": "2022 / päättynyt", "status": ""},
    ],
)
def test_phase_contradicts_status_stays_silent(rows: dict[str, str]) -> None:
    assert findings("phase-contradicts-status", card(rows)) == []
