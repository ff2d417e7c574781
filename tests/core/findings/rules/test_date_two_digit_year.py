from __future__ import annotations

import pytest

from hankesalkku.core.findings.run import catalogue
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OPH 12.4.22 OPH/1/3615/2022"},
        {"period": "1.1.22–31.12.23"},
    ],
)
def test_date_two_digit_year_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("date-two-digit-year", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.–31.7.2023"},
        {"period": "1.1.2022–31.12.2023"},
        {"funder_decision": "OPH 12.4.2022 OPH/1/3615/2022"},
    ],
)
def test_date_two_digit_year_stays_silent(rows: dict[str, str]) -> None:
    assert findings("date-two-digit-year", card(rows)) == []


def test_date_two_digit_year_is_an_import_remark() -> None:
    assert catalogue()["date-two-digit-year"].is_import_remark
