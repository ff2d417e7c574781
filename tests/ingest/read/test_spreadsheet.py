"""Excel workbooks: used cells as people see them, whatever size a sheet claims."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import (
    Block,
    BlockKind,
    Hidden,
    HiddenKind,
    NumericCell,
    SourceDocument,
    SourceLink,
)
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read import spreadsheet
from hankesalkku.ingest.read.spreadsheet.binary import Value, shown
from hankesalkku.ingest.read.spreadsheet.worksheet import area_of
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.packages import SHEET, paragraph, relationships, word_file, workbook, zipped

DYNASTY = "https://dynasty.mallila.fi/dynasty/"
CASE = f"{DYNASTY}#/case/12"
SHEET_PART = "xl/worksheets/sheet1.xml"


def read(content: bytes, limits: Limits | None = None) -> SourceDocument:
    return spreadsheet.read(content, limits or Limits())


def rows(*cells: str) -> str:
    return f"<sheetData>{''.join(cells)}</sheetData>"


def row(number: int, *cells: str, attributes: str = "") -> str:
    return f'<row r="{number}" {attributes}>{"".join(cells)}</row>'


def inline(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def number(address: str, value: str, style: int = 0) -> str:
    return f'<c r="{address}" s="{style}"><v>{value}</v></c>'


def read_sheet(inside: str, **more: object) -> SourceDocument:
    return read(workbook({"Taul1": inside}, **more))  # type: ignore[arg-type]


def texts(document: SourceDocument) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_cells_have_their_places_and_the_line_people_count() -> None:
    document = read_sheet(rows(row(2, inline("B2", "Tulot"), number("D2", "305360", 1))), formats=("#,##0",))

    assert document.blocks == (
        Block(BlockKind.CELL, 0, 5, line=2, table=0, row=1, column=1),
        Block(
            BlockKind.CELL, 6, 13, line=2, table=0, row=1, column=3, number=NumericCell("305360", None, "#,##0")
        ),
    )  # fmt: skip
    assert texts(document)[1] == "305\u00a0360"


def test_every_type_of_cell_is_shown() -> None:
    cells = (
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="str"><f>A1</f><v>kaava</v></c>'
        '<c r="F1" t="d"><v>2022-04-12</v></c><c r="G1" t="s"><v>99</v></c><c r="H1"/>'
    )
    rich = "<r><t>rikas </t></r><r><t>teksti_x000D_</t></r><rPh><t>ei</t></rPh>"

    document = read_sheet(rows(row(1, cells)), texts=("<t>jaettu</t>", rich))

    assert texts(document) == ["jaettu", "rikas teksti", "TRUE", "#REF!", "kaava", "12.4.2022"]


def test_rows_and_cells_without_places_follow_each_other() -> None:
    cell = '<c t="inlineStr"><is><t>x</t></is></c>'
    document = read_sheet(rows(f"<row>{cell}{cell}</row><row>{cell}</row>"))

    assert [(block.row, block.column) for block in document.blocks] == [(0, 0), (0, 1), (1, 0)]


def test_dates_of_both_systems() -> None:
    sheet = rows(row(1, number("A1", "43201", 1)))
    settings = '<workbookPr date1904="1"/>'

    assert texts(read_sheet(sheet, formats=("d.m.yyyy",), settings=settings)) == ["12.4.2022"]
    assert texts(read_sheet(sheet, formats=("d.m.yyyy",))) == ["11.4.2018"]


def test_link_address_is_joined_at_its_hash() -> None:
    outside = '<hyperlink ref="A1:B1" r:id="rId1" location="/case/12"/>'
    inside = '<hyperlink ref="C1" location="Taul2!A1"/>'
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": relationships(("rId1", "hyperlink", DYNASTY))}
    cells = [inline(f"{letter}1", "90/2023") for letter in "ABC"]

    document = read_sheet(f"{rows(row(1, *cells))}<hyperlinks>{outside}{inside}</hyperlinks>", parts=parts)

    assert document.links == (SourceLink(CASE, 0, 7), SourceLink(CASE, 8, 15))


def test_link_formula_is_a_link() -> None:
    cell = f'<c r="A1" t="str"><f>HYPERLINK("{CASE}","90/2023")</f><v>90/2023</v></c>'

    assert read_sheet(rows(row(1, cell))).links == (SourceLink(CASE, 0, 7),)


def test_formula_shows_its_cached_value_and_is_reported() -> None:
    cells = '<c r="A1"><f>SUM(B1:B2)</f><v>3</v></c><c r="B1"><f>A1*2</f></c>'
    document = read_sheet(rows(row(1, cells)))

    assert texts(document) == ["3", "=A1*2"]
    assert document.hidden == (Hidden(HiddenKind.FORMULA, 2, "Taul1!A1: =SUM(B1:B2)"),)


def test_hidden_sheets_rows_and_columns_are_reported_only() -> None:
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>'
    visible = columns + rows(
        row(1, inline("A1", "a"), inline("B1", "b")), row(2, inline("A2", "c"), attributes='hidden="1"')
    )

    document = read(workbook({"Piilo*": rows(row(1, inline("A1", "salaa"))), "Taul1": visible}))

    assert texts(document) == ["a"]
    assert document.blocks[0].table == 0
    assert document.hidden == (
        Hidden(HiddenKind.HIDDEN_SHEET, 1, "Piilo: salaa"),
        Hidden(HiddenKind.HIDDEN_COLUMN, 1, "b"),
        Hidden(HiddenKind.HIDDEN_ROW, 1, "c"),
    )


def test_merged_cell_spans_and_hides_what_it_covers() -> None:
    merge = '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="roskaa"/></mergeCells>'
    document = read_sheet(rows(row(1, inline("A1", "a"), inline("B1", "peitossa"))) + merge)

    (block,) = document.blocks
    assert (block.rows, block.columns) == (2, 3)
    assert document.hidden == (Hidden(HiddenKind.HIDDEN_TEXT, 1, "peitossa"),)


def test_merge_of_a_whole_sheet_costs_nothing() -> None:
    merge = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'

    assert read_sheet(rows(row(1, inline("A1", "a"))) + merge).blocks[0].rows == 1_048_576


def test_sheet_of_two_cells_that_claims_seventeen_billion_is_read() -> None:
    sheet = '<dimension ref="A1:XFD1048576"/>' + rows(
        row(1, inline("A1", "a")), row(1048576, inline("XFD1048576", "b"))
    )

    document = read_sheet(sheet)

    assert [(block.row, block.column) for block in document.blocks] == [(0, 0), (1_048_575, 16_383)]


@pytest.mark.parametrize("limits", [Limits(sheet_rows=3), Limits(sheet_columns=3)])
def test_used_rows_and_columns_are_capped(limits: Limits) -> None:
    cells = rows(*(row(n, inline(f"{letter}{n}", "x")) for n, letter in enumerate("ABCD", start=1)))

    with pytest.raises(CannotRead) as caught:
        read(workbook({"Taul1": cells}), limits)
    assert (caught.value.reason, caught.value.place) == (Reason.TOO_MANY_ROWS, "Taul1")


def test_one_long_text_repeated_without_end_is_refused() -> None:
    cells = rows(*(row(n, f'<c r="A{n}" t="s"><v>0</v></c>') for n in range(1, 41)))
    text = "".join(chr(ord("a") + n * 7 % 26) for n in range(1_000)) * 1_000

    with pytest.raises(CannotRead) as caught:
        read(workbook({"Taul1": cells}, texts=(f"<t>{text}</t>",)), Limits(compression_ratio=5_000))
    assert caught.value.reason is Reason.TOO_LARGE_UNPACKED


def test_text_box_and_comment_of_a_sheet() -> None:
    drawing = '<x xmlns:a="u"><a:txBody><a:p><a:r><a:t>huom</a:t></a:r></a:p><a:p/></a:txBody></x>'
    comment = "<comment><text><r><t>Tarkista</t></r></text></comment>"
    comments = f"<comments {SHEET}><commentList>{comment}</commentList></comments>"
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("1", "drawing", "../drawings/d1.xml"), ("2", "comments", "../comments1.xml")
        ),
        "xl/drawings/d1.xml": drawing,
        "xl/comments1.xml": comments,
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": "<a/>",
    }

    document = read_sheet(rows(row(1, inline("A1", "a"))), parts=parts)

    assert (texts(document), document.blocks[1].kind) == (["a", "huom"], BlockKind.NOTE)
    kinds = [HiddenKind.COMMENT, HiddenKind.MACRO, HiddenKind.EXTERNAL_LINK]
    assert [hidden.kind for hidden in document.hidden] == kinds


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (workbook({"Taul1": rows()}), Reason.NO_TEXT),
        (word_file(paragraph("a")), Reason.WRONG_FORMAT),
        (zipped({"xl/workbook.bin": b"rikki"}), Reason.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        (workbook({"Taul1": ""}, parts={SHEET_PART: "<!DOCTYPE a []><a/>"}), Reason.DOCUMENT_TYPE_DECLARATION),
        (workbook({"Taul1": ""}, parts={SHEET_PART: "<a>"}), Reason.BROKEN),
    ],
)  # fmt: skip
def test_unreadable_workbook_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(CannotRead) as caught:
        read(content)
    assert caught.value.reason is reason


def test_missing_sheet_is_broken() -> None:
    content = workbook(
        {"Taul1": rows()}, parts={"xl/_rels/workbook.xml.rels": relationships(("rId1", "worksheet", "x.xml"))}
    )

    with pytest.raises(CannotRead) as caught:
        read(content)
    assert (caught.value.reason, caught.value.place) == (Reason.BROKEN, "xl/x.xml")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1500.0, "1500"),
        (0.1 + 0.2, "0,3"),
        (True, "TRUE"),
        (date(2022, 4, 12), "12.4.2022"),
        (datetime(2022, 4, 12, 8, 5), "12.4.2022 8:05"),  # noqa: DTZ001 - a cell has no zone
        (datetime(2022, 4, 12), "12.4.2022"),  # noqa: DTZ001 - a cell has no zone
        (time(8, 5), "8:05"),
        (timedelta(hours=36), "36:00"),
        ("teksti", "teksti"),
    ],
)
def test_values_of_binary_workbooks_as_seen(value: Value, text: str) -> None:
    assert shown(value)[0] == text


@pytest.mark.parametrize(
    ("reference", "area"),
    [
        ("A1", (0, 0, 0, 0)),
        ("$B$2:a1", (0, 0, 1, 1)),
        ("XFD1048576", (1_048_575, 16_383) * 2),
        ("A0", None),
        ("", None),
    ],
)
def test_addresses(reference: str, area: tuple[int, int, int, int] | None) -> None:
    assert area_of(reference) == area


def test_workbook_of_another_program_is_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Hankkeen nimi", "Lukutaito"])
    sheet.append(["Bruttotulot", 305360])
    sheet.append(["Alkaa", date(2022, 4, 12)])
    sheet["B2"].number_format = '#,##0 "€"'
    sheet["B1"].hyperlink = CASE
    buffer = io.BytesIO()
    book.save(buffer)

    document = read(buffer.getvalue())

    assert texts(document) == [
        "Hankkeen nimi",
        "Lukutaito",
        "Bruttotulot",
        "305\u00a0360 €",
        "Alkaa",
        "12.4.2022",
    ]
    assert document.links == (SourceLink(CASE, 14, 23),)
    assert document.blocks[5].number == NumericCell(None, PartialDate(2022, 4, 12), "yyyy-mm-dd")


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
PLACES = st.tuples(st.integers(0, 60), st.integers(0, 60))


@given(st.dictionaries(PLACES, WORDS, min_size=1, max_size=12))
def test_every_character_of_generated_cells_stands_in_the_text_once(
    cells: dict[tuple[int, int], str],
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for (down, right), text in cells.items():
        sheet.cell(down + 1, right + 1).value = f"'{text}"
    buffer = io.BytesIO()
    book.save(buffer)

    document = read(buffer.getvalue())

    assert {
        (block.row, block.column): text for block, text in zip(document.blocks, texts(document), strict=True)
    } == {place: f"'{text}" for place, text in cells.items()}
