from __future__ import annotations

import pytest

from tests.support.cards import card, codes, fields, findings


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"gross_income": ""}, ["gross_income"]),
        ({"gross_income": "–"}, ["gross_income"]),
        ({"gross_income": "selviää myöhemmin"}, ["gross_income"]),
        ({"municipal_share": ""}, ["municipal_share"]),
        ({"municipal_share": "–"}, []),
        ({"municipal_share": "ei"}, []),
        ({"gross_income": "4.20"}, []),
        ({"gross_income": "", "period": "2023 / hakuvaihe"}, []),
        ({"gross_income": "", "period": "2023 / toteutusvaihe"}, ["gross_income"]),
    ],
)
def test_amount_missing(rows: dict[str, str], expected: list[str]) -> None:
    full = {"gross_income": "80 €", "gross_expenditure": "100 €", "municipal_share": "20 €"}

    assert fields("amount-missing", card(full | rows)) == expected


def test_amount_missing_of_a_row_that_only_others_have_is_left_to_row_missing() -> None:
    rows = {"name": "Kirjastoauto", "gross_expenditure": "100 €", "municipal_share": "20 €"}
    both = (card({"gross_income": "80 €"} | rows), card(rows))

    assert fields("amount-missing", *both) == []
    assert {"row-missing"} <= codes(*both)


def test_amount_missing_suggests_the_third_sum() -> None:
    [finding] = findings(
        "amount-missing", card(gross_income="", gross_expenditure="100 €", municipal_share="20 €")
    )

    assert finding.suggestions == ("80\u00a0€",)
