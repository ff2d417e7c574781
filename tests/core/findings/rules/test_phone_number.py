from __future__ import annotations

import pytest

from hankesalkku.core.card.document import PlacedText
from tests.support.cards import card, fields, findings


@pytest.mark.parametrize(
    "text",
    [
        "Puh. 040 123 4567",
        "Soita 0401234567.",
        "+358 40 123 4567",
        "+358401234567",
        "(03) 123 4567",
        "03-123 4567, arkisin",
        "00358 40 123 4567",
        "puhelin:09 310 1234",
        "0400-123456",
    ],
)
def test_phone_number_fires(text: str) -> None:
    found = findings("phone-number", card(status=text))

    assert len(found) == 1
    assert "4567" not in repr(found)


@pytest.mark.parametrize(
    "text",
    [
        "12/02.05.01.03/2021",
        "010203-2023",
        "0681-2009 (041)",
        "041152/2021",
        "Y-tunnus 0123456-7",
        "kustannuspaikka 0412345",
        "0 500 000 €",
        "0412345 €",
        "FI21 1234 5600 0007 85",
        "01.01.2023–31.12.2023",
        "2023-01-01",
        "klo 09 00-15 30",
        "00100 Mallila",
        "08:00-16:00",
        "131052-308T",
        "",
    ],
)
def test_phone_number_is_silent(text: str) -> None:
    assert findings("phone-number", card(status=text)) == []


def test_phone_number_leaves_rows_of_sums_dates_and_decisions_and_letterheads() -> None:
    one = card(gross_income="0401234567", funder_decision="0411 234567", responsible_persons="040 123 4567")

    assert fields("phone-number", one, furniture=(PlacedText("Puh. 040 123 4567"),)) == [
        "responsible_persons"
    ]
