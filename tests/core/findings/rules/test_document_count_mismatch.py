from __future__ import annotations

import pytest

from hankesalkku.core.card.document import PrintedTotals
from tests.support.cards import card, findings


@pytest.mark.parametrize(("stated", "expected"), [(2, []), (3, ["3 / 2"]), (0, ["0 / 2"]), (None, [])])
def test_document_count_mismatch(stated: int | None, expected: list[str]) -> None:
    cards = [card(name="Kirjastoauto"), card(name="Uimahalli")]

    found = findings("document-count-mismatch", *cards, totals=PrintedTotals(projects=stated))

    assert [finding.evidence for finding in found] == expected
