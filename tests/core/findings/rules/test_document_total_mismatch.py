from __future__ import annotations

import pytest

from hankesalkku.core.card.document import PrintedTotals
from hankesalkku.core.findings.finding import Severity
from tests.support.cards import card, findings

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@pytest.mark.parametrize(
    ("incomes", "printed_cents", "expected"),
    [
        (["80 €", "20 €"], 10_000, []),
        (["80 €", "20 €"], 10_099, []),
        (["80 €", "20 €"], 10_100, [ERROR]),
        (["80 €", "20 €"], None, []),
        (["80 €", "4.20"], 10_000, [WARNING]),
        (["80 €", ""], 10_000, [WARNING]),
    ],
)
def test_document_total_mismatch(
    incomes: list[str], printed_cents: int | None, expected: list[Severity]
) -> None:
    cards = [card(gross_income=income) for income in incomes]

    found = findings(
        "document-total-mismatch", *cards, totals=PrintedTotals(gross_income_cents=printed_cents)
    )

    assert [finding.severity for finding in found] == expected


def test_document_total_mismatch_names_the_row() -> None:
    cards = [card(municipal_share="20 €"), card(municipal_share="ei")]

    [finding] = findings("document-total-mismatch", *cards, totals=PrintedTotals(municipal_share_cents=3_000))

    assert (finding.field, finding.severity, finding.variant) == ("municipal_share", ERROR, None)
