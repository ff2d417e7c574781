from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("Sivistys/ Kirjasto", [(0,)]),
        ("Sivistys /Kirjasto", [(0,)]),
        ("Sivistys / Kirjasto", []),
        ("Sivistys/Kirjasto", []),
        ("Sivistys, Kirjasto", []),
        ("Sivistys /", []),
        ("", []),
    ],
)
def test_unit_spacing(unit: str, expected: list[tuple[int, ...]]) -> None:
    assert cards_of("unit-spacing", card(unit=unit)) == expected
