from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({"Kumppanit": "Naapurikunta"}, ["Kumppanit"]),
        ({"Kumppanit": "Naapurikunta", "Vaikutukset": "hyvät"}, ["Kumppanit", "Vaikutukset"]),
        ({"Kumppanit": ""}, []),
        ({}, []),
    ],
)
def test_row_extra(extra: dict[str, str], expected: list[str]) -> None:
    found = findings("row-extra", card(extra=extra, name="Kirjastoauto"))

    assert [finding.evidence for finding in found] == expected
