from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asuu osoitteessa Koivukuja 5 A 12", 1),
        ("Koivukatu 5, 12345 Mallila", 1),
        ("Björkgatan 7 B", 1),
        ("Ala-Koivutie 12-14 as 3, Mallila", 0),
        ("Koivukatu 5", 0),
        ("Valtatie 4 E", 0),
        ("Valtatie 4 E18", 0),
        ("Mallilan koulu, Koulukatu 1, 12345 Mallila", 0),
        ("Käyntiosoite: Koulukatu 1, 12345 Mallila", 0),
        ("Hanke etsii tien 5 A rakenteita", 0),
        ("", 0),
    ],
)
def test_home_address(text: str, expected: int) -> None:
    found = findings("home-address", card(status=text))

    assert len(found) == expected
    assert "Koivu" not in repr(found)
