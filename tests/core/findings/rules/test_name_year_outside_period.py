from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"name": "Mallilan kerhot 2022", "period": "1.1.2023–31.12.2023"},
        {"name": "Tasa-arvo 2022–2023", "period": "2023"},
        {"name": "Kerhot 2022-23", "period": "2023–2024"},
        {"name": "Kerhot 2022", "period": "2023 alkaen"},
    ],
)
def test_name_year_outside_period_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("name-year-outside-period", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"name": "Mallilan kerhot 2023", "period": "1.1.2023–31.12.2023"},
        {"name": "Mallilan kerhot", "description": "Jatkoa vuoden 2021 kokeilulle", "period": "2023"},
        {"name": "Digiohjelma 2021–2022", "period": "2023"},
        {"name": "Strategia 2030", "period": "2023"},
        {"name": "COVID-2019", "period": "2023"},
        {"name": "Kasvun vuodet 2014–2020", "period": "2021–2022"},
        {"name": "Kerhot 2024", "period": "2023 alkaen"},
        {"name": "Asia 90/02.05.01.03/2021", "period": "2023"},
        {"name": "Kerhot lukuvuonna 2022/2023", "period": "1.8.2022–31.5.2023"},
    ],
)
def test_name_year_outside_period_stays_silent(rows: dict[str, str]) -> None:
    assert findings("name-year-outside-period", card(rows)) == []


def test_name_year_outside_period_quotes_the_description_that_repeats_the_year() -> None:
    rows = {"name": "Mallilan kerhot 2022", "description": "Kerhoja vuonna 2022.", "period": "2023"}

    (finding,) = findings("name-year-outside-period", card(rows))

    assert finding.evidence == "Mallilan kerhot 2022; Kerhoja vuonna 2022; 2023"
