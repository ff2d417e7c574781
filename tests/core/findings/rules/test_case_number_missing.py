from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"other_information": "Jatkoa edelliselle hankkeelle"},
        {"other_information": ""},
        {"name": "Mallilan malli"},
    ],
)
def test_case_number_missing_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("case-number-missing", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"other_information": "Dynasty: 90/02.05.01.03/2023"},
        {"other_information": "", "description": "Asia MliDno-2023-12"},
        {"other_information": "", "period": "ideointi"},
        {"other_information": "Asianumero 90/2.5/2023"},
    ],
)
def test_case_number_missing_stays_silent(rows: dict[str, str]) -> None:
    assert findings("case-number-missing", card(rows)) == []


def test_case_number_missing_leaves_a_row_that_others_have_to_row_missing() -> None:
    cards = (card(other_information="Dynasty: 90/02.05.01.03/2023"), card(name="B"))

    assert findings("case-number-missing", *cards) == []
