"""The CSV table: columns by key, numbers with a point, no formula from anybody's text."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from hankesalkku.core.card.fields import FIELDS
from hankesalkku.writers.csv_table import safe_text, write_csv
from tests.support.hostile import HOSTILE_ROWS
from tests.support.reports import a_report, changed_report


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_columns_begin_with_the_keys_of_the_card() -> None:
    rows = read(write_csv(a_report(4)))

    keys = [field.key.value for field in FIELDS]
    assert [name for name in rows[0] if name in keys] == keys
    assert list(rows[0])[-1] == "extra:Hankekoodi"
    assert [row["extra:Hankekoodi"] for row in rows] == ["", "", "", "4711"]


def test_amounts_are_numbers_and_what_is_none_keeps_its_text() -> None:
    rows = read(write_csv(a_report(4)))

    assert [row["gross_income"] for row in rows] == ["305360.00", "20000.00", "", "1480000.00"]
    assert rows[0]["gross_income_parts"] == "esiopetus: 64000.00 | perusopetus: 241360.00"
    assert rows[2]["gross_income_text"] == "selviää syksyllä"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1", " =1", "＠A", "−1"])
def test_text_like_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert safe_text(text).startswith("'")


def test_hostile_texts_stay_in_their_cells() -> None:
    row = read(write_csv(changed_report(HOSTILE_ROWS)))[0]

    assert (row["name"], row["unit"], row["actuals_checked"]) == (
        "'=cmd|' /C calc'!A0",
        "'@SUM(A1:A9)",
        "'-2+3",
    )


@pytest.mark.parametrize("count", [0, 60])
def test_csv_takes_any_number_of_cards(count: int) -> None:
    assert len(read(write_csv(a_report(count)))) == count


def test_csv_writes_the_same_bytes_again() -> None:
    assert write_csv(a_report()) == write_csv(a_report())
