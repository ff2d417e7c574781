from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("Sivistys / Kirjasto, hankevastaava", ["hankevastaava"]),
        ("Bildning / Bibliotek, projektledare", ["projektledare"]),
        ("Sivistys, kirjastopalvelut", []),
        ("Johtajapalvelut / Kirjasto", []),
        ("Hankevastaava", []),
        ("", []),
    ],
)
def test_role_in_unit(unit: str, expected: list[str]) -> None:
    assert [finding.evidence for finding in findings("role-in-unit", card(unit=unit))] == expected
