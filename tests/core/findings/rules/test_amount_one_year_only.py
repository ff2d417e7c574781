from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("20 000 € (vuonna 2022)", "2022–2023", [("2022", None)]),
        ("20 000 € vuodelle 2023", "2022–2023", [("2023", None)]),
        ("20 000 € / vuosi", "2022–2023", [("", "per-year")]),
        ("20 000 € (vuonna 2022)", "2022", []),
        ("20 000 € (vuonna 2022)", "", []),
        ("100 € (2022: 40 €, 2023: 60 €)", "2022–2023", []),
        ("20 000 €", "2022–2023", []),
    ],
)
def test_amount_one_year_only(text: str, period: str, expected: list[tuple[str, str | None]]) -> None:
    found = findings("amount-one-year-only", card(gross_income=text, period=period))

    assert [(dict(finding.params)["year"], finding.variant) for finding in found] == expected
