from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OKM/74/520/2022"},
        {"funder_decision": "ESAVI/14652/2022"},
    ],
)
def test_funder_name_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-name-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OKM 12.4.2022 OKM/74/520/2022"},
        {"funder_decision": "OPH /109/3615/2022"},
        {"funder_decision": "VN/18139/2021"},
        {"funder_decision": "592/2022"},
        {"funder_decision": "RVX/12/2022"},
    ],
)
def test_funder_name_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-name-missing", card(rows)) == []
