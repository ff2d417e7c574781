from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "592/2022"},
        {"funder_decision": "VN/18139/2021"},
    ],
)
def test_funder_weak_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-weak", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Opetushallitus 592/2022"},
        {"funder_decision": "ESAVI/14652/2022"},
        {"funder_decision": "66/5297/2021"},
        {"funder_decision": ""},
    ],
)
def test_funder_weak_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-weak", card(rows)) == []
