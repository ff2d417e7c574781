"""Delimited tables: delimiters, encodings, quotes, lines, limits."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.ingest.document import Block, BlockKind, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read import csv_table
from hankesalkku.ingest.read.csv_table import DELIMITERS
from hankesalkku.ingest.refusal import CannotRead, Reason


def read(text: str, encoding: str = "utf-8") -> SourceDocument:
    return csv_table.read(text.encode(encoding), Limits())


def cells(document: SourceDocument) -> dict[tuple[int | None, int | None], str]:
    return {(block.row, block.column): document.text[block.start : block.end] for block in document.blocks}


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_delimiter_is_found(delimiter: str) -> None:
    document = read("Nimi;Tulot;Menot\nLukutaito;1500;2000\n".replace(";", delimiter))

    assert cells(document)[1, 1] == "1500"
    assert document.format == "csv"


def test_semicolon_wins_over_decimal_commas() -> None:
    assert cells(read("Nimi;Tulot\nLukutaito;1 500,00\nTunne;20,50\n"))[2, 1] == "20,50"


def test_comma_table_with_a_semicolon_in_a_field() -> None:
    assert cells(read('a,b,c\n1,"x;y",3\n4,5,6\n'))[1, 1] == "x;y"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert cells(read("Päätös;§\nKyllä;12\n", encoding))[0, 0] == "Päätös"


def test_quotes_line_ends_and_lines_of_the_file() -> None:
    document = read('Nimi;Kuvaus\r\n\r\n"Luku; taito";"yksi\r\nkaksi ""3"""\r\nx;y\r\n')

    assert cells(document)[1, 0] == "Luku; taito"
    assert cells(document)[1, 1] == 'yksi\nkaksi "3"'
    assert [block.line for block in document.blocks] == [1, 1, 3, 3, 5, 5]


def test_first_line_of_excel_names_the_delimiter() -> None:
    document = read("sep=|\r\na;b|c\r\n")

    assert document.blocks == (
        Block(BlockKind.CELL, 0, 3, line=2, table=0, row=0, column=0),
        Block(BlockKind.CELL, 4, 5, line=2, table=0, row=0, column=1),
    )


def test_empty_fields_are_no_blocks() -> None:
    assert cells(read("a;;c\n;b;\n")) == {(0, 0): "a", (0, 2): "c", (1, 1): "b"}


def test_one_column_is_a_table_too() -> None:
    assert cells(read("Nimi\nLukutaito\n")) == {(0, 0): "Nimi", (1, 0): "Lukutaito"}


@pytest.mark.parametrize(
    ("text", "limits", "reason"),
    [
        (";;\n;;\n", Limits(), Reason.EMPTY),
        ("a;b\n" * 4, Limits(sheet_rows=3), Reason.TOO_MANY_ROWS),
        ("a;b;c\n", Limits(sheet_columns=2), Reason.TOO_MANY_ROWS),
        ("abcdef", Limits(file_bytes=3), Reason.TOO_LARGE),
    ],
)
def test_unreadable_table_is_refused(text: str, limits: Limits, reason: Reason) -> None:
    with pytest.raises(CannotRead) as caught:
        csv_table.read(text.encode(), limits)
    assert caught.value.reason is reason


FIELDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=6)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(FIELDS, min_size=width, max_size=width), min_size=2)
    )
)
def test_table_written_with_quotes_is_read_whole(rows: list[list[str]]) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)

    assert read(buffer.getvalue()).text == "\n".join(field for row in rows for field in row)
