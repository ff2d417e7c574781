from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"other_information": "Dynasty: 90/2.5/2023"},
        {"other_information": "asianumero 90-02.05"},
        {"other_information": "Ärendenummer: 90/2"},
    ],
)
def test_case_number_malformed_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("case-number-malformed", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"other_information": "Dynasty: 90/02.05.01.03/2023"},
        {"other_information": "Dynasty: MliDno-2023-12"},
        {"other_information": "Dno HEL 2018-003543"},
        {"other_information": "Asianumero 592/2022"},
        {"other_information": "Dynasty: katso asia"},
        {"other_information": "Dynasty 12.4.2022"},
        {"other_information": "Dynasty: https://asiat.mallila.example/case/12"},
        {"other_information": "Yhteys 90/2.5/2023"},
    ],
)
def test_case_number_malformed_stays_silent(rows: dict[str, str]) -> None:
    assert findings("case-number-malformed", card(rows)) == []


def test_case_number_malformed_takes_the_label_for_the_word() -> None:
    made = card(other_information="90/2.5/2023", labels={"other_information": "Asianumero"})

    assert [finding.evidence for finding in findings("case-number-malformed", made)] == ["90/2.5/2023"]
