from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.20", ["4.20"]),
        ("1.234.5", ["1.234.5"]),
        ("12 000 – 15 000", ["12 000 – 15 000"]),
        ("20 000 € tai 30 000 €", ["20 000 € tai 30 000 €"]),
        ("4.200 €", []),
        ("ei vielä", []),
        ("", []),
        ("koko hanke 120 000 €, kaupungin osuus 30 000 €", []),
    ],
)
def test_amount_unreadable(text: str, expected: list[str]) -> None:
    assert [
        finding.evidence for finding in findings("amount-unreadable", card(gross_income=text))
    ] == expected
