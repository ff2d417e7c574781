from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    ("income", "expenditure", "expected"),
    [
        ("80 € (esiopetus: 30 €, lukio: 50 €)", "100 € (esiopetus: 40 €, lukio: 60 €)", []),
        ("80 € (Esiopetus: 30 €, lukio: 50 €)", "100 € (esiopetus: 40 €, lukio: 60 €)", []),
        ("80 € (esiopetus: 30 €, lukio: 50 €)", "100 € (esiopetus: 40 €, muut: 60 €)", [("lukio", "muut")]),
        ("80 € (esiopetus: 30 €, lukio: 50 €)", "100 € (josta esiopetus: 40 €)", []),
        ("80 € (esiopetus: 30 €, lukio: 50 €)", "100 €", []),
    ],
)
def test_part_names_differ(income: str, expenditure: str, expected: list[tuple[str, ...]]) -> None:
    one = card(gross_income=income, gross_expenditure=expenditure)

    assert [dict(finding.params)["names"] for finding in findings("part-names-differ", one)] == expected
