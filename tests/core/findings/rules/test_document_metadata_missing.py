from __future__ import annotations

import pytest

from hankesalkku.core.card.document import PrintedTotals
from hankesalkku.core.findings.finding import Word
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.money import Amount
from tests.support.cards import card, findings

DATE, AUTHOR, TOTALS = Word("document-date"), Word("document-author"), Word("document-totals")
SUMS = {"gross_income": "80 €", "gross_expenditure": "100 €", "municipal_share": "20 €"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, [(DATE, AUTHOR, TOTALS)]),
        ({"date": PartialDate(2023), "author": "Mallilan kaupunki"}, [(TOTALS,)]),
        ({"date": PartialDate(2023), "totals": PrintedTotals(gross_income_cents=8_000)}, [(AUTHOR,)]),
        (
            {
                "date": PartialDate(2023),
                "author": "Mallila",
                "totals": PrintedTotals(municipal_share_cents=0),
            },
            [],
        ),
    ],
)
def test_document_metadata_missing(facts: dict[str, object], expected: list[tuple[Word, ...]]) -> None:
    found = findings("document-metadata-missing", card(SUMS), **facts)

    assert [dict(finding.params)["missing"] for finding in found] == expected


def test_document_metadata_missing_computes_totals() -> None:
    [finding] = findings("document-metadata-missing", card(SUMS), card(SUMS | {"municipal_share": "ei"}))

    told = dict(finding.params)
    assert (told["income"], told["expenditure"], told["share"]) == (
        Amount(16_000),
        Amount(20_000),
        Amount(2_000),
    )
    assert finding.variant is None


def test_document_metadata_missing_says_at_least_where_a_sum_is_unread() -> None:
    [finding] = findings("document-metadata-missing", card(SUMS), card(SUMS | {"gross_income": "4.20"}))

    assert finding.variant == "at-least"


def test_document_without_cards_has_no_metadata_to_miss() -> None:
    assert findings("document-metadata-missing") == []
