from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.2023–31.712.2023"},
        {"funder_decision": "OPH 29.2.2023 OPH/1/3615/2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 0.1.2023"},
        {"period": "1.13.2023–31.12.2023"},
    ],
)
def test_date_invalid_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("date-invalid", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"period": "1.1.2024–29.2.2024"},
        {"other_information": "Dynasty: 90/02.05.01.03/2023"},
        {"gross_income": "4.200 €"},
        {"municipal_decision": "Sivistyslautakunta § 312 / 1.2.2023"},
        {"status": "toimii versio 1.99.2023"},
    ],
)
def test_date_invalid_stays_silent(rows: dict[str, str]) -> None:
    assert findings("date-invalid", card(rows)) == []


def test_date_invalid_offers_the_end_of_the_budget_year_first() -> None:
    (finding,) = findings("date-invalid", card(period="1.1.2023–31.712.2023", budget_years="2023"))

    assert finding.suggestions == ("31.12.2023", "31.7.2023")


def test_date_invalid_without_candidates_says_so_in_other_words() -> None:
    (finding,) = findings("date-invalid", card(funder_decision="OPH 0.0.2022"))

    assert (finding.variant, finding.suggestions) == ("plain", ())


def test_date_invalid_is_reported_once_per_row() -> None:
    rows = {"period": "32.1.2023–31.13.2023", "municipal_decision": "Sivistyslautakunta § 5 / 30.2.2023"}

    assert [finding.field for finding in findings("date-invalid", card(rows))] == [
        "period",
        "municipal_decision",
    ]
