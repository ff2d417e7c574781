from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OKM/74/520/2022"},
        {"funder_decision": "Opetushallitus"},
    ],
)
def test_funder_decision_date_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-decision-date-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OKM 12.4.2022 OKM/74/520/2022"},
        {"funder_decision": "OKM 2022"},
        {"funder_decision": "OKM 31.13.2022 OKM/74/520/2022"},
        {"funder_decision": "OKM/74/520/2022", "period": "2023 / hakuvaihe"},
        {"funder_decision": "OKM", "period": "odottaa päätöstä"},
        {"funder_decision": ""},
    ],
)
def test_funder_decision_date_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-decision-date-missing", card(rows)) == []
