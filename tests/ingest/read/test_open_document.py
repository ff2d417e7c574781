"""OpenDocument texts and sheets: what the page shows, once; what it hides, reported."""

from __future__ import annotations

from pathlib import Path

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
    Properties,
    SourceDocument,
    SourceLink,
)
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read import open_document
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.packages import OPEN, open_file, open_metadata, open_table, zipped

CASE = "https://dynasty.mallila.fi/dynasty/#/case/12"


def read(content: bytes, limits: Limits | None = None) -> SourceDocument:
    return open_document.read(content, limits or Limits())


def read_text(*body: str, styles: str = "", parts: dict[str, str] | None = None) -> SourceDocument:
    return read(open_file("text", "".join(body), styles=styles, parts=parts))


def read_sheet(*body: str, styles: str = "", limits: Limits | None = None) -> SourceDocument:
    return read(open_file("spreadsheet", "".join(body), styles=styles), limits)


def paragraph(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def texts(document: SourceDocument) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def style(name: str, inside: str, attributes: str = "") -> str:
    return f'<style:style style:name="{name}" {attributes}>{inside}</style:style>'


HIDDEN_STYLE = style("Piilo", '<style:text-properties text:display="none"/>')


def test_table_of_two_columns_becomes_cells_with_their_places() -> None:
    table = open_table(("Hankkeen nimi", "Lukutaito"), ("Vastuuhenkilö", ""))
    document = read_text('<text:h text:outline-level="2">Otsikko</text:h>', table)

    assert document.blocks == (
        Block(BlockKind.PARAGRAPH, 0, 7, line=1, heading_level=2),
        Block(BlockKind.CELL, 8, 21, line=2, table=0, row=0, column=0),
        Block(BlockKind.CELL, 22, 31, line=2, table=0, row=0, column=1),
        Block(BlockKind.CELL, 32, 45, line=3, table=0, row=1, column=0),
        Block(BlockKind.CELL, 46, 46, line=3, table=0, row=1, column=1),
    )


def test_white_space_of_the_file_is_folded_and_that_of_the_page_kept() -> None:
    inside = '\n  305<text:s text:c="2"/>360\n   <text:span> € </text:span> b<text:tab/>c<text:line-break/> d'

    assert read_text(paragraph(inside)).text == "305  360 € b\tc\nd"


def test_spaces_without_end_are_capped() -> None:
    assert len(read_text(paragraph('a<text:s text:c="99999999"/>b')).text) < 2_000


def test_link_is_read_with_its_hash_and_one_inside_the_file_is_none() -> None:
    inside = f'Dynasty: <text:a xlink:href="{CASE}">90/2023</text:a> <text:a xlink:href="#luku">luku</text:a>'

    assert read_text(paragraph(inside)).links == (SourceLink(CASE, 9, 16),)


def test_tracked_changes_are_reported_and_insertions_read() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
        "<dc:creator>Aino Esimerkki</dc:creator></office:change-info><text:p>30 000</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    inside = (
        '20 <text:change-start text:change-id="c2"/>000<text:change-end text:change-id="c2"/><text:change/> €'
    )

    document = read_text(changes, paragraph(inside))

    assert document.text == "20 000 €"
    assert document.hidden == (
        Hidden(HiddenKind.INSERTION, 1, "000"),
        Hidden(HiddenKind.DELETION, 1, "30 000"),
    )


def test_comment_is_reported_only() -> None:
    comment = "<office:annotation><dc:creator>Aino</dc:creator><text:p>Tarkista</text:p></office:annotation>"
    document = read_text(paragraph(f"a{comment}b"))

    assert (document.text, document.hidden) == ("ab", (Hidden(HiddenKind.COMMENT, 1, "Tarkista"),))


def test_hidden_text_is_reported_only() -> None:
    child = style("Lapsi", "", 'style:parent-style-name="Piilo"')
    field = '<text:hidden-text text:is-hidden="true" text:string-value="kenttä"/>'
    document = read_text(
        paragraph(f'a<text:span text:style-name="Lapsi">salaa</text:span>{field}b'),
        paragraph("kappale", "Piilo"),
        '<text:section text:display="none"><text:p>osa</text:p></text:section>',
        paragraph("<text:placeholder>nimi</text:placeholder>"),
        styles=HIDDEN_STYLE + child,
    )

    assert document.text == "ab"
    assert [hidden.excerpt for hidden in document.hidden] == ["salaa", "kenttä", "kappale", "osa", "nimi"]


def test_note_and_box_follow_their_paragraph() -> None:
    body = "<text:note-body><text:p>viite</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    box = "<draw:frame><draw:text-box><text:p>laatikko</text:p></draw:text-box></draw:frame>"
    document = read_text(paragraph(f"a{note}b{box}c"), paragraph("loppu"))

    assert texts(document) == ["abc", "viite", "laatikko", "loppu"]
    assert [block.kind for block in document.blocks][1:3] == [BlockKind.NOTE, BlockKind.NOTE]


def test_list_and_numbered_heading_are_read() -> None:
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ("a", "b"))

    document = read_text(
        f"<text:list>{items}</text:list>", "<text:h><text:number>1.</text:number>Luku</text:h>"
    )

    assert texts(document) == ["a", "b", "1. Luku"]


def test_repeated_spanned_and_covered_cells() -> None:
    spans = 'table:number-columns-spanned="2" table:number-rows-spanned="3"'
    spanned = f"<table:table-cell {spans}><text:p>a</text:p></table:table-cell>"
    repeated = '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>'
    document = read_text(open_table((spanned, "<table:covered-table-cell/>", repeated)))

    places = [(block.column, block.columns, block.rows) for block in document.blocks]
    assert places == [(0, 2, 3), (2, 1, 1), (3, 1, 1)]


def test_nested_table_parts_the_cell_around_it() -> None:
    inner = open_table(("sisä",))

    document = read_text(open_table((f"<text:p>ennen</text:p>{inner}<text:p>jälkeen</text:p>", "x")))

    assert texts(document) == ["ennen", "sisä", "jälkeen", "x"]
    assert [block.table for block in document.blocks] == [0, 1, 0, 0]


def test_header_rows_and_hidden_rows_of_a_table() -> None:
    row = "<table:table-row{0}><table:table-cell><text:p>{1}</text:p></table:table-cell></table:table-row>"
    head = f"<table:table-header-rows>{row.format('', 'otsake')}</table:table-header-rows>"
    hidden = row.format(' table:visibility="collapse"', "piilo")
    document = read_text(f"<table:table>{head}{hidden}{row.format('', 'rivi')}</table:table>")

    assert texts(document) == ["otsake", "rivi"]
    assert document.hidden == (Hidden(HiddenKind.HIDDEN_ROW, 1, "piilo"),)


def test_headers_of_the_page_layouts_in_use() -> None:
    def master(name: str, inside: str) -> str:
        return f'<style:master-page style:name="{name}">{inside}</style:master-page>'

    header, footer = (f"<style:{name}><text:p>{{0}}</text:p></style:{name}>" for name in ("header", "footer"))
    masters = "".join(
        (
            master("Standard", header.format("Mallila") + footer.format("Sivu")),
            master("Liite", header.format("Liite 1")),
            master("Muu", header.format("ei näy")),
        )
    )
    inside = f"<office:master-styles>{masters}</office:master-styles>"
    page_styles = f"<office:document-styles {OPEN}>{inside}</office:document-styles>"

    document = read_text(
        paragraph("teksti", "P1"),
        styles=style("P1", "", 'style:master-page-name="Liite"'),
        parts={"styles.xml": page_styles},
    )

    assert texts(document) == ["Mallila", "Liite 1", "teksti", "Sivu"]
    kinds = [BlockKind.HEADER, BlockKind.HEADER, BlockKind.PARAGRAPH, BlockKind.FOOTER]
    assert [block.kind for block in document.blocks] == kinds


@pytest.mark.parametrize(("saved", "pages", "page"), [(2, 2, 2), (8, None, None)])
def test_pages_are_told_only_if_marks_and_count_agree(
    saved: int, pages: int | None, page: int | None
) -> None:
    metadata = open_metadata(f'<meta:document-statistic meta:page-count="{saved}"/>')
    document = read_text(
        paragraph("a"), "<text:soft-page-break/>", paragraph("b"), parts={"meta.xml": metadata}
    )

    assert (document.pages, document.blocks[1].page) == (pages, page)


def test_properties_are_read() -> None:
    metadata = open_metadata(
        "<meta:generator>LibreOffice</meta:generator><dc:title>Hankkeet</dc:title><dc:language>fi-FI</dc:language>"
        "<dc:creator>Ville Esimerkki</dc:creator><meta:initial-creator>Aino Esimerkki</meta:initial-creator>"
        "<meta:creation-date>2023-01-15T08:00:00</meta:creation-date>"
    )

    assert read_text(paragraph("a"), parts={"meta.xml": metadata}).properties == Properties(
        "Hankkeet", "Aino Esimerkki", PartialDate(2023, 1, 15), "fi-FI", "LibreOffice"
    )


def test_foreign_content_is_named() -> None:
    image = '<draw:frame><draw:image xlink:href="https://paha.example/x.png"/></draw:frame>'
    parts = {"Basic/Standard/script-lb.xml": "x", "Object 1/content.xml": "<a/>"}

    document = read_text(paragraph(f"a{image}"), parts=parts)

    assert {(hidden.kind, hidden.excerpt) for hidden in document.hidden} == {
        (HiddenKind.MACRO, "Basic/Standard/script-lb.xml"),
        (HiddenKind.EMBEDDED_OBJECT, "Object 1"),
        (HiddenKind.EXTERNAL_LINK, "https://paha.example/x.png"),
    }


ENTRY = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
ENCRYPTED = f"<manifest:manifest {OPEN}>{ENTRY}</manifest:manifest>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (open_file("text", "<text:p/>"), Reason.NO_TEXT),
        (open_file("spreadsheet", ""), Reason.NO_TEXT),
        (
            open_file("text", "<text:p>a</text:p>", parts={"META-INF/manifest.xml": ENCRYPTED}),
            Reason.ENCRYPTED,
        ),
        (open_file("text", "<text:p>"), Reason.BROKEN),
        (open_file("presentation", ""), Reason.WRONG_FORMAT),
        (zipped({"mimetype": "x"}), Reason.WRONG_FORMAT),
        (zipped({"content.xml": "<!DOCTYPE a []><a/>"}), Reason.DOCUMENT_TYPE_DECLARATION),
    ],
)
def test_unreadable_file_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(CannotRead) as caught:
        read(content)
    assert caught.value.reason is reason


def test_repeated_rows_of_a_text_are_capped() -> None:
    row = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'

    with pytest.raises(CannotRead) as caught:
        read_text(f"<table:table>{row}</table:table>")
    assert caught.value.reason is Reason.TOO_MANY_ROWS


# Sheets.


def value(kind: str, attributes: str, text: str) -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


def test_sheet_cells_have_their_values_beside_the_text() -> None:
    money = value("currency", 'office:value="305360"', "305 360 €")
    day = value("date", 'office:date-value="2022-04-12T00:00:00"', "12.4.2022")
    document = read_sheet(open_table(("Tulot", money, day)))

    assert texts(document) == ["Tulot", "305 360 €", "12.4.2022"]
    numbers = [None, NumericCell("305360"), NumericCell(None, PartialDate(2022, 4, 12))]
    assert [block.number for block in document.blocks] == numbers


def test_empty_repetitions_of_a_sheet_cost_nothing() -> None:
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    rows = f'<table:table-row table:number-rows-repeated="1000000">{empty}</table:table-row>'
    used = (
        f"<table:table-row>{empty}<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    )

    (block,) = read_sheet(f"<table:table>{rows}{used}</table:table>").blocks

    assert (block.row, block.column, block.line) == (1_000_000, 16_000, 1_000_001)


@pytest.mark.parametrize(("row", "cell"), [("rows", ""), ("", "columns")])
def test_used_repetitions_are_capped(row: str, cell: str) -> None:
    row, cell = (f' table:number-{name}-repeated="1000000"' if name else "" for name in (row, cell))
    inside = f"<table:table-cell{cell}><text:p>x</text:p></table:table-cell>"

    with pytest.raises(CannotRead) as caught:
        read_sheet(f"<table:table><table:table-row{row}>{inside}</table:table-row></table:table>")
    assert caught.value.reason is Reason.TOO_MANY_ROWS


def test_hidden_sheets_rows_and_columns_are_reported_only() -> None:
    hidden_sheet = open_table(("salaa",)).replace(
        "<table:table>", '<table:table table:name="Piilo" table:style-name="T">'
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    visible = open_table(("a", "b"), ("c", "d"), columns=columns).replace(
        "</table:table-row><table:table-row>", '</table:table-row><table:table-row table:visibility="filter">'
    )

    document = read_sheet(
        hidden_sheet, visible, styles=style("T", '<style:table-properties table:display="false"/>')
    )

    assert texts(document) == ["a"]
    assert document.blocks[0].table == 0
    assert document.hidden == (
        Hidden(HiddenKind.HIDDEN_SHEET, 1, "Piilo: salaa"),
        Hidden(HiddenKind.HIDDEN_COLUMN, 1, "b"),
        Hidden(HiddenKind.HIDDEN_ROW, 1, "c d"),
    )


def test_sheet_links_comments_formulas_and_merges() -> None:
    link = f'<text:p>Dynasty: <text:a xlink:href="{CASE}">90<text:s/>2023</text:a></text:p>'
    comment = "<office:annotation><text:p>Tarkista</text:p></office:annotation>"
    stored = 'table:formula="of:=SUM([.A1:.A2])" office:value="3" table:number-columns-spanned="2"'
    formula = value("float", stored, "3").replace("<text:p>", f"{comment}<text:p>")

    document = read_sheet(
        open_table((link, formula)).replace("<table:table>", '<table:table table:name="Taul1">')
    )

    assert texts(document) == ["Dynasty: 90 2023", "3"]
    assert document.links == (SourceLink(CASE, 0, 16),)
    assert document.blocks[1].columns == 2
    assert document.hidden == (
        Hidden(HiddenKind.COMMENT, 1, "Tarkista"),
        Hidden(HiddenKind.FORMULA, 1, "Taul1!B1: =SUM([.A1:.A2])"),
    )


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6), st.booleans())
def test_every_character_of_generated_cells_stands_in_the_text_once(
    rows: list[tuple[str, str]], is_sheet: bool
) -> None:
    document = read_sheet(open_table(*rows)) if is_sheet else read_text(open_table(*rows))

    assert texts(document) == [cell for row in rows for cell in row]


def test_real_sample_is_the_same_as_the_word_file(sample: Path) -> None:
    document = read((sample / "report.odt").read_bytes())

    assert len(document.links) == 12
    assert all("#/case/" in link.url and link.end > link.start for link in document.links)
    assert len([block for block in document.blocks if block.table is not None]) == 12 * 28
