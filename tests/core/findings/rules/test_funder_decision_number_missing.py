from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Opetushallitus 12.4.2022", "period": "2023 / toteutusvaihe"},
        {"funder_decision": "OKM 12.4.2022, haku va-okm-2022-3", "period": "2023 / suunnitteluvaihe"},
    ],
)
def test_funder_decision_number_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-decision-number-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Opetushallitus 12.4.2022 OPH/1/3615/2022", "period": "2023 / toteutusvaihe"},
        {"funder_decision": "Opetushallitus 12.4.2022", "period": "2023 / hakuvaihe"},
        {"funder_decision": "Opetushallitus 12.4.2022", "period": "2023"},
        {"funder_decision": "", "period": "2023 / toteutusvaihe"},
    ],
)
def test_funder_decision_number_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-decision-number-missing", card(rows)) == []
