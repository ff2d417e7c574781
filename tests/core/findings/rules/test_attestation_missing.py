from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"actuals_checked": "Tiedot päivittyvät v. 2022 tilinpäätökseen."},
        {"actuals_checked": ""},
        {"actuals_checked": "Ei"},
        {"actuals_checked": "Ei ole tarkastettu"},
        {"actuals_checked": "Kyllä / Ei"},
        {"actuals_checked": "Tarkastetaan myöhemmin"},
        {"actuals_checked": "Uusi hanke (alkaa 1.1.2023)"},
    ],
)
def test_attestation_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("attestation-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"actuals_checked": "Kyllä"},
        {"actuals_checked": "Kyllä, Maija Mallikas 12.1.2024"},
        {"actuals_checked": "Toteumat on tarkastettu"},
        {"actuals_checked": "x"},
        {"actuals_checked": "✓"},
        {"actuals_checked": "Ja, granskat"},
        {"actuals_checked": "Yes"},
        {"actuals_checked": "Matti Mallikas 12.1.2024"},
        {"actuals_checked": "Mallikas 12.1.2024", "responsible_persons": "Maija Mallikas"},
        {"actuals_checked": "Ei, tilinpäätös on kesken"},
        {"actuals_checked": "", "period": "2024 / hakuvaihe"},
        {"name": "Mallilan malli"},
    ],
)
def test_attestation_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("attestation-missing", card(rows)) == []
