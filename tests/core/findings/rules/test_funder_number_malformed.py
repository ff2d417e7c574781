from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH /109/3615/2022"},
        {"other_information": "Dynasty: 90 /02.05.01.03/2023"},
        {"funder_decision": "OKM//74/520/2022"},
    ],
)
def test_funder_number_malformed_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-number-malformed", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH/109/3615/2022"},
        {"other_information": "HEL 2018–003543"},
        {"other_information": "Dynasty: 90/02.05.01.03/2023"},
    ],
)
def test_funder_number_malformed_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-number-malformed", card(rows)) == []
