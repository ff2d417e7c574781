from __future__ import annotations

import pytest

from hankesalkku.core.card.document import Source
from hankesalkku.core.card.fields import FIELDS
from tests.support.cards import card, findings

HEAP = (
    "Kirjastoauto Sivistys / Kirjasto Aino Esimerkki 2024 Opetushallitus 13.5.2024 80 000 € 100 000 € 20 000 € "
    * 2
)


@pytest.mark.parametrize(
    ("form", "heap", "count"),
    [("text", HEAP, 1), ("pdf", HEAP, 0), ("text", "Kyllä", 0)],
)
def test_columns_apart(form: str, heap: str, count: int) -> None:
    rows = {field.key.value: "" for field in FIELDS} | {"actuals_checked": heap}
    assert len(findings("columns-apart", card(rows), source=Source("r", "", form, None))) == count


def test_columns_apart_is_silent_where_rows_are_filled() -> None:
    rows = {field.key.value: "2024" for field in FIELDS} | {"description": HEAP}
    assert findings("columns-apart", card(rows), source=Source("r", "", "text", None)) == []
