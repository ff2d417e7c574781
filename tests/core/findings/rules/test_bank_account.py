from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tili FI21 1234 5600 0007 85, viite", 1),
        ("FI2112345600000785", 1),
        ("fi21 1234 5600 0007 85 MALLILA", 1),
        ("DE89 3704 0044 0532 0130 00", 1),
        ("FI22 1234 5600 0007 85", 0),
        ("FI21 1234 5600 0007", 0),
        ("ESAVI/123/2020", 0),
        ("12/02.05.01.03/2021", 0),
        ("", 0),
    ],
)
def test_bank_account(text: str, expected: int) -> None:
    found = findings("bank-account", card(other_information=text))

    assert len(found) == expected
    assert "5600" not in repr(found)
