from __future__ import annotations

import pytest

from tests.support.cards import card, findings

SHORT, CANONICAL = "Bruttomenot", "Bruttomenot (suunniteltu)"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([CANONICAL, SHORT], [(1, SHORT, CANONICAL)]),
        ([SHORT, SHORT, CANONICAL], [(0, SHORT, CANONICAL), (1, SHORT, CANONICAL)]),
        ([SHORT, SHORT], []),
        ([CANONICAL, "BRUTTOMENOT (suunnitel- tu):"], []),
        (["Menot", SHORT, SHORT], [(0, "Menot", SHORT)]),
        (["Menot", SHORT], [(1, SHORT, "Menot")]),
    ],
)
def test_label_variant(labels: list[str], expected: list[tuple[int, str, str]]) -> None:
    cards = [card(labels={"gross_expenditure": label}, gross_expenditure="5 €") for label in labels]

    found = findings("label-variant", *cards)

    assert [(f.cards[0], dict(f.params)["value"], dict(f.params)["usual"]) for f in found] == expected


def test_label_variant_takes_the_documents_language() -> None:
    labels = ["Bruttoutgifter", "Bruttoutgifter (planerade)"]
    cards = [card(labels={"gross_expenditure": label}, gross_expenditure="5 €") for label in labels]

    [finding] = findings("label-variant", *cards, language="sv")

    assert finding.cards == (0,)
