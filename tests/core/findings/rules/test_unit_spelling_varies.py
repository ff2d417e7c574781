from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (["Sivistys / Kirjasto", "Sivistys / kirjasto", "Sivistys / Kirjasto"], [((1,), "kirjasto")]),
        (["Sivistys / Kirjasto", "Sivistys / kirjasto"], [((1,), "kirjasto")]),
        (
            ["Kirjasto- palvelut", "Kirjasto–  palvelut", "Kirjasto- palvelut"],
            [((1,), "Kirjasto–  palvelut")],
        ),
        (["Sivistys / Kirjasto", "Sivistys / Museo"], []),
        (["Sivistys", "Sivistys"], []),
        (["Sivistys / Kirjasto, hankevastaava", "Sivistys / Kirjasto"], []),
    ],
)
def test_unit_spelling_varies(units: list[str], expected: list[tuple[tuple[int, ...], str]]) -> None:
    found = findings("unit-spelling-varies", *(card(unit=unit) for unit in units))

    assert [(finding.cards, finding.evidence) for finding in found] == expected
