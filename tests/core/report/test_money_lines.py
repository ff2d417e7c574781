"""Sums with parts in the report's model: as lines where they add up, else in the words of the row."""

from __future__ import annotations

from datetime import date

import pytest

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.core.report.model import MoneyLines
from hankesalkku.core.values.money import read_money

PRINTED_ON = date(2025, 1, 16)


def money_lines(text: str) -> MoneyLines | None:
    card = Card(rows=(Row("gross_income", "Bruttotulot", text),), gross_income=read_money(text).value)
    report = build_report(CardDocument(cards=(card,)), (), printed_on=PRINTED_ON, choices=Choices())
    return next(row for row in report.cards[0].rows if row.key == "gross_income").money


def test_parts_that_make_the_total_are_lines_under_it() -> None:
    assert money_lines("128 000 € (esiopetus: 32 000 €, perusopetus: 96 000 €)") == MoneyLines(
        "128\xa0000\xa0€", (("esiopetus", "32\xa0000\xa0€"), ("perusopetus", "96\xa0000\xa0€"))
    )


@pytest.mark.parametrize(
    "text",
    ["128 000 € (esiopetus: 31 000 €, perusopetus: 96 000 €)", "128 000 € (josta esiopetus: 31 000 €)"],
)
def test_parts_that_do_not_make_the_total_are_marked(text: str) -> None:
    money = money_lines(text)

    assert money is not None
    assert not money.makes_total
