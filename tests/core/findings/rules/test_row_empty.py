from __future__ import annotations

import pytest

from tests.support.cards import card, fields


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"unit": ""}, ["unit"]),
        ({"name": "", "description": ""}, ["name", "description"]),
        ({"unit": "–"}, []),
        ({"gross_income": "", "responsible_persons": "", "status": ""}, []),
        ({"unit": "Kirjasto"}, []),
    ],
)
def test_row_empty(rows: dict[str, str], expected: list[str]) -> None:
    assert fields("row-empty", card(rows)) == expected


def test_row_empty_counts_extra_rows() -> None:
    assert fields("row-empty", card(extra={"Kumppanit": ""})) == ["extra:Kumppanit"]
