from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maija.mallilainen@mallila.example", 1),
        ("Lisätietoja: maija (at) mallila.example", 1),
        ("m@mallila.example, x_y@mallila.example", 2),
        ("kirjaamo@mallila.example", 0),
        ("info.kirjasto@mallila.example", 0),
        ("@mallila", 0),
        ("5 kpl @ 10 €", 0),
        ("", 0),
    ],
)
def test_email_address(text: str, expected: int) -> None:
    found = findings("email-address", card(other_information=text))

    assert len(found) == expected
    assert "mallila" not in repr(found)
