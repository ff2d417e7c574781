from __future__ import annotations

import pytest

from hankesalkku.core.card.card import Card, Row
from tests.support.cards import findings


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Kirjasto", "Museo"], [("Kirjasto", "Museo")]),
        (["Kirjasto", "KIRJASTO"], []),
        (["Kirjasto", ""], []),
        (["Kirjasto"], []),
        (["Kirjasto", "Museo", "kirjasto"], [("Kirjasto", "Museo")]),
    ],
)
def test_row_repeated(texts: list[str], expected: list[tuple[str, ...]]) -> None:
    one = Card(rows=tuple(Row("unit", "Yksikkö", text) for text in texts))

    found = findings("row-repeated", one)

    assert [tuple(sorted(finding.suggestions)) for finding in found] == expected
