from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maija Mallilainen / Matti Meikäläinen", [2]),
        ("Maija Mallilainen, Matti Meikäläinen, Liisa Esimerkki", [3]),
        ("Maija Mallilainen (päävastuu) / Matti Meikäläinen", []),
        ("Maija Mallilainen, rehtori", []),
        ("Maija Mallilainen", []),
        ("rehtori / sivistysjohtaja", []),
        ("", []),
    ],
)
def test_several_responsible(text: str, expected: list[int]) -> None:
    found = findings("several-responsible", card(responsible_persons=text))

    assert [dict(finding.params)["count"] for finding in found] == expected
