"""The reader of the demo's data files refuses what it does not know."""

from __future__ import annotations

import pytest

from hankesalkku.services.demo.tables import Table, cells


def test_finish_names_what_nobody_reads() -> None:
    table = Table({"name": "Mallila", "nmae": "Mallila"}, "city")
    table.text("name")

    with pytest.raises(ValueError, match="city: unknown nmae"):
        table.finish()


@pytest.mark.parametrize("value", [None, 1, ["a"]])
def test_text_refuses_what_is_none(value: object) -> None:
    with pytest.raises(ValueError, match="name is not a text"):
        Table({"name": value}, "city").text("name")


@pytest.mark.parametrize("value", ["a", ["a", 1]])
def test_texts_refuses_what_is_no_list_of_texts(value: object) -> None:
    with pytest.raises(ValueError, match="names is not a list of texts"):
        Table({"names": value}, "city").texts("names")


def test_whole_refuses_yes() -> None:
    with pytest.raises(ValueError, match="ceiling is not a whole number"):
        Table({"ceiling": True}, "grant").whole("ceiling")


def test_cells_refuses_one_too_many() -> None:
    with pytest.raises(ValueError, match="more than 2 cells"):
        cells("a | b | c", 2)
