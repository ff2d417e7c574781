"""Word files: nothing that a reader of the page sees is lost, nothing hidden is taken for text."""

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
    Properties,
    SourceDocument,
    SourceLink,
)
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read import word
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.packages import (
    WORD,
    application_properties,
    core_properties,
    office,
    paragraph,
    relationships,
    run,
    table,
    table_row,
    word_file,
    zipped,
)

DYNASTY = "https://dynasty.mallila.fi/dynasty/"
CASE = f"{DYNASTY}#/case/12"
FIELD = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'


def read(content: bytes) -> SourceDocument:
    return word.read(content, Limits())


def read_body(*body: str, **more: object) -> SourceDocument:
    return read(word_file("".join(body), **more))  # type: ignore[arg-type]


def texts(document: SourceDocument) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def styles(inside: str) -> dict[str, str]:
    return {"word/styles.xml": f"<w:styles {WORD}>{inside}</w:styles>"}


STYLES = ("rIdS", "styles", "styles.xml")


def test_table_of_two_columns_becomes_cells_with_their_places() -> None:
    document = read_body(paragraph("Otsikko"), table(("Hankkeen nimi", "Lukutaito"), ("Vastuuhenkilö", "")))

    assert document.text == "Otsikko\nHankkeen nimi\nLukutaito\nVastuuhenkilö\n"
    assert document.blocks == (
        Block(BlockKind.PARAGRAPH, 0, 7, line=1),
        Block(BlockKind.CELL, 8, 21, line=2, table=0, row=0, column=0),
        Block(BlockKind.CELL, 22, 31, line=2, table=0, row=0, column=1),
        Block(BlockKind.CELL, 32, 45, line=3, table=0, row=1, column=0),
        Block(BlockKind.CELL, 46, 46, line=3, table=0, row=1, column=1),
    )


def test_characters_that_are_elements_are_read() -> None:
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>12</w:t><w:noBreakHyphen/><w:t>3</w:t>"
        '<w:softHyphen/><w:t>4</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="x" w:char="zz"/></w:r>'
    )

    assert read_body(paragraph(inside)).text == "a\tb\nc\n12-34☑"


def test_paragraphs_of_a_cell_are_parted_and_empty_ones_left_out() -> None:
    cell = paragraph() + paragraph("yksi") + paragraph() + paragraph("kaksi") + paragraph()

    assert texts(read_body(table((cell, "x")))) == ["yksi\u2029kaksi", "x"]


def test_page_break_in_a_line_is_no_character() -> None:
    assert read_body(paragraph('<w:r><w:br w:type="page"/></w:r>'), paragraph("x")).text == "x"


def test_tracked_insertion_is_read_and_reported() -> None:
    document = read_body(paragraph("20 ", f'<w:ins w:id="1">{run("000")}</w:ins>', " €"))

    assert document.text == "20 000 €"
    assert document.hidden == (Hidden(HiddenKind.INSERTION, 1, "000"),)


def test_tracked_deletion_is_reported_only() -> None:
    deletion = '<w:del w:id="1"><w:r><w:delText>30 000</w:delText></w:r></w:del>'
    document = read_body(paragraph(deletion, "20 000 €"))

    assert document.text == "20 000 €"
    assert document.hidden == (Hidden(HiddenKind.DELETION, 1, "30 000"),)


def test_moved_text_stands_where_it_was_moved_to() -> None:
    document = read_body(
        paragraph(f"<w:moveFrom>{run('siirretty')}</w:moveFrom>", "a "),
        paragraph(f"<w:moveTo>{run('siirretty')}</w:moveTo>"),
    )

    assert document.text == "a \nsiirretty"
    assert {hidden.kind for hidden in document.hidden} == {HiddenKind.INSERTION, HiddenKind.DELETION}


def test_deleted_row_is_reported_only() -> None:
    row = table_row("vanha", "1").replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>')
    document = read_body(f"<w:tbl>{row}{table_row('uusi', '2')}</w:tbl>")

    assert texts(document) == ["uusi", "2"]
    assert document.hidden == (Hidden(HiddenKind.DELETION, 1, "vanha 1"),)


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_content_controls_are_read_at_every_level() -> None:
    cell = "<w:tc>" + paragraph("solu") + "</w:tc>"
    document = read_body(
        control(paragraph("lohko")),
        paragraph("a", control(run("b")), "c"),
        f"<w:tbl>{control(control(table_row('rivi', 'x')))}<w:tr>{control(cell)}{cell}</w:tr></w:tbl>",
    )

    assert texts(document) == ["lohko", "abc", "rivi", "x", "solu", "solu"]
    assert [block.row for block in document.blocks] == [None, None, 0, 0, 1, 1]


def test_prompt_of_an_empty_control_is_no_value() -> None:
    style = '<w:style w:styleId="Paikka"><w:name w:val="Placeholder Text"/></w:style>'
    prompt = control(run("Kirjoita tähän", '<w:rStyle w:val="Paikka"/>'), "<w:showingPlcHdr/>")
    filled = control(run("80 000 €"), "<w:showingPlcHdr/>")

    document = read_body(paragraph("Tulot: ", prompt, filled), links=(STYLES,), parts=styles(style))

    assert document.text == "Tulot: 80 000 €"
    assert document.hidden == (Hidden(HiddenKind.HIDDEN_TEXT, 1, "Kirjoita tähän"),)


def test_link_address_is_joined_at_its_hash() -> None:
    link = f'<w:hyperlink r:id="rId7" w:anchor="/case/12">{run("90/2023")}</w:hyperlink>'
    document = read_body(paragraph("Dynasty: ", link), links=(("rId7", "hyperlink", DYNASTY),))

    assert document.links == (SourceLink(CASE, 9, 16),)


def test_link_inside_the_file_is_none() -> None:
    document = read_body(paragraph(f'<w:hyperlink w:anchor="_Toc1">{run("Luku 1")}</w:hyperlink>'))

    assert (document.text, document.links) == ("Luku 1", ())


@pytest.mark.parametrize(
    "code",
    [
        f' HYPERLINK "{CASE}" ',
        f' HYPERLINK "{DYNASTY}" \\l "/case/12" \\o "vihje" ',
        f" hyperlink {DYNASTY} \\l /case/12",
    ],
)
def test_field_hyperlink_is_a_link(code: str) -> None:
    parts = [code[: len(code) // 2], code[len(code) // 2 :]]
    inside = [
        FIELD.format("begin"),
        *map(instruction, parts),
        FIELD.format("separate"),
        "90/2023",
        FIELD.format("end"),
    ]

    document = read_body(paragraph("Dynasty: ", *inside))

    assert (document.text, document.links) == ("Dynasty: 90/2023", (SourceLink(CASE, 9, 16),))


def test_simple_field_is_a_link_and_its_result_is_text() -> None:
    field = f'<w:fldSimple w:instr=" HYPERLINK &quot;{CASE}&quot; ">{run("90/2023")}</w:fldSimple>'

    assert read_body(paragraph(field)).links == (SourceLink(CASE, 0, 7),)


def test_nested_field_gives_its_code_not_text() -> None:
    inner = (
        FIELD.format("begin")
        + instruction("REF x")
        + FIELD.format("separate")
        + run(CASE)
        + FIELD.format("end")
    )
    inside = (
        FIELD.format("begin"), instruction('HYPERLINK "'), inner, instruction('"'),
        FIELD.format("separate"), "linkki", FIELD.format("end"),
    )  # fmt: skip

    document = read_body(paragraph(*inside))

    assert (document.text, document.links) == ("linkki", (SourceLink(CASE, 0, 6),))


def test_field_that_never_ends_swallows_no_more_than_its_paragraph() -> None:
    document = read_body(paragraph(FIELD.format("begin"), "kadonnut"), paragraph("seuraava"))

    assert document.text == "seuraava"
    assert document.hidden == (Hidden(HiddenKind.HIDDEN_TEXT, 1, "kadonnut"),)


def test_form_fields_show_their_state() -> None:
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{0}"/></w:checkBox></w:ffData>'
    choices = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="Ei"/><w:listEntry w:val="Kyllä"/></w:ddList></w:ffData></w:fldChar></w:r>'
    )
    end = FIELD.format("end")
    boxes = [f"{box.format(state)}</w:fldChar></w:r>{instruction('FORMCHECKBOX')}{end}" for state in (0, 1)]

    document = read_body(paragraph(*boxes, f"{choices}{instruction('FORMDROPDOWN')}{end}"))

    assert document.text == "☐☒Kyllä"


def test_text_box_is_a_note_and_read_once() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('laatikko')}</w:txbxContent></wps:txbx>"
    old = f"<v:textbox><w:txbxContent>{paragraph('laatikko')}</w:txbxContent></v:textbox>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_body(paragraph("ennen", both, " jälkeen"), paragraph("loppu"))

    assert texts(document) == ["ennen jälkeen", "laatikko", "loppu"]
    assert document.blocks[1].kind is BlockKind.NOTE


def test_fallback_is_read_where_there_is_no_choice() -> None:
    old = f"<w:txbxContent>{table(('nimi', 'arvo'))}</w:txbxContent>"
    inside = f"<w:r><mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"

    assert texts(read_body(paragraph("a", inside))) == ["a", "nimi", "arvo"]


def test_footnote_follows_the_table_that_refers_to_it_once() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{paragraph("alaviite", reference)}</w:footnote>'
    document = read_body(
        table((paragraph("305 360", reference, " €"), "x")),
        paragraph("loppu", reference),
        links=(("rId1", "footnotes", "footnotes.xml"),),
        parts={"word/footnotes.xml": f"<w:footnotes {WORD}>{note}</w:footnotes>"},
    )

    assert texts(document) == ["305 360 €", "x", "alaviite", "loppu"]
    assert document.blocks[2].kind is BlockKind.NOTE


def test_nested_table_parts_the_cell_around_it() -> None:
    outer = paragraph("ennen") + table(("sisä", "1")) + paragraph("jälkeen")
    document = read_body(table((outer, "x")))

    assert texts(document) == ["ennen", "sisä", "1", "jälkeen", "x"]
    assert [(block.table, block.column) for block in document.blocks] == [
        (0, 0),
        (1, 0),
        (1, 1),
        (0, 0),
        (0, 1),
    ]


def test_merged_cells_span_columns_and_rows() -> None:
    def cell(text: str, properties: str) -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    document = read_body(
        table(
            (cell("leveä", '<w:gridSpan w:val="2"/>'), cell("korkea", '<w:vMerge w:val="restart"/>')),
            ("a", "b", cell("", "<w:vMerge/>")),
            ("c", "d", cell("peitossa", '<w:vMerge w:val="continue"/>')),
        )
    )

    places = [(block.row, block.column, block.columns, block.rows) for block in document.blocks]
    assert places == [(0, 0, 2, 1), (0, 2, 1, 3), (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1)]
    assert document.hidden == (Hidden(HiddenKind.HIDDEN_TEXT, 1, "peitossa"),)


def test_headers_come_first_and_footers_last_if_some_page_shows_them() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>'
        '<w:footerReference w:type="default" r:id="rId3"/></w:sectPr>'
    )
    parts = {
        "word/h1.xml": f"<w:hdr {WORD}>{table(('Mallila', 'Liite'))}</w:hdr>",
        "word/h2.xml": f"<w:hdr {WORD}>{paragraph('ei näy')}</w:hdr>",
        "word/f1.xml": f"<w:ftr {WORD}>{paragraph('Sivu 1')}</w:ftr>",
    }
    links = (("rId1", "header", "h1.xml"), ("rId2", "header", "h2.xml"), ("rId3", "footer", "f1.xml"))

    document = read_body(paragraph("teksti"), section, links=links, parts=parts)

    assert texts(document) == ["Mallila", "Liite", "teksti", "Sivu 1"]
    header, paragraph_kind, footer = BlockKind.HEADER, BlockKind.PARAGRAPH, BlockKind.FOOTER
    assert [block.kind for block in document.blocks] == [header, header, paragraph_kind, footer]
    assert [block.line for block in document.blocks] == [1, 1, 1, 1]


def test_heading_styles_give_levels_whatever_their_id() -> None:
    inside = (
        '<w:style w:styleId="Otsikko2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Oma"><w:basedOn w:val="Otsikko2"/></w:style>'
        '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="Kehä"><w:basedOn w:val="Kehä"/></w:style>'
    )
    keys = ("Otsikko2", "Oma", "Title", "Kehä", "puuttuu")
    body = [paragraph(key, properties=f'<w:pStyle w:val="{key}"/>') for key in keys]
    body.append(paragraph("taso", properties='<w:outlineLvl w:val="3"/>'))

    document = read_body(*body, links=(STYLES,), parts=styles(inside))

    assert [block.heading_level for block in document.blocks] == [2, 2, 1, 0, 0, 4]


def test_hidden_text_is_reported_only() -> None:
    style = '<w:style w:styleId="Piilo"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = read_body(
        paragraph("a", run("salaa", "<w:vanish/>"), run("näkyy", '<w:vanish w:val="0"/>')),
        paragraph("tyylissä", properties='<w:pStyle w:val="Piilo"/>'),
        links=(STYLES,),
        parts=styles(style),
    )

    assert document.text == "anäkyy"
    assert document.hidden == (
        Hidden(HiddenKind.HIDDEN_TEXT, 1, "salaa"),
        Hidden(HiddenKind.HIDDEN_TEXT, 1, "tyylissä"),
    )


def test_foreign_content_is_named_and_not_fetched() -> None:
    links = (
        ("rId1", "comments", "comments.xml"),
        ("rId2", "attachedTemplate", "https://paha.example/malli.dotm"),
        ("rId3", "hyperlink", "https://mallila.fi/"),
    )
    parts = {
        "word/comments.xml": f"<w:comments {WORD}><w:comment>{paragraph('Tarkista')}</w:comment></w:comments>",
        "word/vbaProject.bin": b"x",
        "word/embeddings/oleObject1.bin": b"x",
    }
    dde = FIELD.format("begin") + instruction("DDEAUTO c:\\\\cmd.exe") + FIELD.format("end")

    document = read_body(paragraph("a", dde), links=links, parts=parts)

    assert {(hidden.kind, hidden.excerpt) for hidden in document.hidden} == {
        (HiddenKind.COMMENT, "Tarkista"),
        (HiddenKind.EXTERNAL_LINK, "https://paha.example/malli.dotm"),
        (HiddenKind.EXTERNAL_LINK, "DDEAUTO c:\\\\cmd.exe"),
        (HiddenKind.MACRO, "word/vbaProject.bin"),
        (HiddenKind.EMBEDDED_OBJECT, "word/embeddings/oleObject1.bin"),
    }


def test_properties_are_read() -> None:
    core = (
        "<dc:title>Hankkeet</dc:title><dc:creator>Aino Esimerkki</dc:creator><dc:language>fi-FI</dc:language>"
    )
    created = "<dcterms:created>2023-01-15T08:00:00Z</dcterms:created>"
    application = "<Application>Microsoft Office Word</Application><AppVersion>16.0</AppVersion>"
    parts = {
        "docProps/core.xml": core_properties(core + created),
        "docProps/app.xml": application_properties(application),
    }

    assert read_body(paragraph("a"), parts=parts).properties == Properties(
        "Hankkeet", "Aino Esimerkki", PartialDate(2023, 1, 15), "fi-FI", "Microsoft Office Word 16.0"
    )


@pytest.mark.parametrize(
    ("saved", "pages", "places"),
    [(2, 2, [(1, 1), (2, 1), (2, 2)]), (5, None, [(None, 1), (None, 2), (None, 3)])],
)
def test_pages_are_told_only_if_marks_and_count_agree(
    saved: int, pages: int | None, places: list[tuple[int | None, int]]
) -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    parts = {"docProps/app.xml": application_properties(f"<Pages>{saved}</Pages>")}

    document = read_body(paragraph("a"), paragraph(turn, "b"), paragraph("c"), parts=parts)

    assert document.pages == pages
    assert [(block.page, block.line) for block in document.blocks] == places


def test_strict_namespaces_are_read() -> None:
    body = f"<w:document {WORD}><w:body>{table(('Hankkeen nimi', 'Lukutaito'))}</w:body></w:document>"
    strict = body.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    document = read(office("word/document.xml", "wordprocessingml.document", {"word/document.xml": strict}))

    assert texts(document) == ["Hankkeen nimi", "Lukutaito"]


def test_formula_and_drawn_text_are_read() -> None:
    math = "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    art = '<w:r><w:pict><v:shape><v:textpath string="LUONNOS"/></v:shape></w:pict></w:r>'

    assert read_body(paragraph(math, " ", art)).text == "x+1 LUONNOS"


def document_part(prologue: str) -> str:
    return f"{prologue}<w:document {WORD}><w:body>{paragraph('a')}</w:body></w:document>"


TYPE = '<!DOCTYPE w:document [<!ENTITY x "salaa">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (word_file(paragraph("")), Reason.NO_TEXT),
        (word_file("", parts={"word/document.xml": document_part(TYPE)}), Reason.DOCUMENT_TYPE_DECLARATION),
        (
            word_file("", parts={"word/document.xml": document_part(TYPE).encode("utf-16")}),
            Reason.DOCUMENT_TYPE_DECLARATION,
        ),
        (word_file(paragraph("a"), parts={"Word/Document.xml": "<a/>"}), Reason.DUPLICATE_PART),
        (
            word_file(
                paragraph("a"),
                parts={
                    "_rels/.rels": relationships(
                        ("1", "officeDocument", "word/document.xml"),
                        ("2", "officeDocument", "word/toinen.xml"),
                    )
                },
            ),
            Reason.DUPLICATE_PART,
        ),
        (word_file(paragraph("a"), parts={"word/document.xml": "<w:document>"}), Reason.BROKEN),
        (word_file("", parts={"word/document.xml": "<a/>"}), Reason.WRONG_FORMAT),
        (zipped({"a.txt": "a"}), Reason.WRONG_FORMAT),
        (b"PK\x03\x04 katkennut", Reason.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
    ],
)
def test_unreadable_file_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(CannotRead) as caught:
        read(content)
    assert caught.value.reason is reason


WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=8)
ROWS = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(ROWS)
def test_every_character_of_generated_cells_stands_in_the_text_once(rows: list[tuple[str, str]]) -> None:
    cells = [cell for row in rows for cell in row]
    if not "".join(cells).strip():
        return

    document = read_body(
        "<w:tbl>"
        + "".join(table_row(*(paragraph(run(escaped(c))) for c in row)) for row in rows)
        + "</w:tbl>"
    )

    assert texts(document) == cells
    assert document.text == "\n".join(cells)


def test_real_sample_is_complete_with_twelve_whole_addresses(sample: Path) -> None:
    document = read((sample / "report.docx").read_bytes())

    assert len(document.links) == 12
    assert all("#/case/" in link.url and link.end > link.start for link in document.links)
    assert len([block for block in document.blocks if block.table is not None]) == 12 * 28
