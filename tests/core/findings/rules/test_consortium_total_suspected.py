from __future__ import annotations

import pytest

from tests.support.cards import card, codes, fields


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("koko hanke 120 000 €, kaupungin osuus 30 000 €", ["gross_expenditure"]),
        ("30 000 € (kaupungin osuus), konsortio 120 000 €", ["gross_expenditure"]),
        ("koko hankkeen ajalta 120 000 €", []),
        ("koko hanke 120 000 €, kaupungin osuus selviää", []),
        ("30 000 €", []),
    ],
)
def test_consortium_total_suspected(text: str, expected: list[str]) -> None:
    assert fields("consortium-total-suspected", card(gross_expenditure=text)) == expected


def test_consortium_total_is_not_called_unreadable_too() -> None:
    told = codes(card(gross_expenditure="koko hanke 120 000 €, kaupungin osuus 30 000 €"))

    assert "amount-unreadable" not in told
