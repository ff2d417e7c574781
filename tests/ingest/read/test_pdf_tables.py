"""Tables of PDFs, however they are ruled: the same rows come out."""

from __future__ import annotations

import pytest

from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS
from hankesalkku.ingest.read.pdf import read
from tests.support.pdfs import CARD, STYLES, drawn, joined, passages, rows_of, show, table, typeset

PAGE = "#set page(width: 150mm, height: 200mm, margin: 20mm)\n#set text(size: 10pt)\n"
FOUR = "".join(
    show(x, y, text)
    for x, y, text in ((55, 740, "Tulot"), (185, 740, "20 000 €"), (55, 710, "Menot"), (185, 710, "1 €"))
)


def opened(source: str) -> SourceDocument:
    return read(typeset(source), DEFAULT_LIMITS)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_card_comes_out_the_same_however_its_table_is_ruled(style: str) -> None:
    document = opened(PAGE + table(CARD, style))

    assert joined(rows_of(document)) == list(CARD)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_two_cards_with_headings_on_a_page_keep_their_headings_apart(style: str) -> None:
    cards = (*CARD[:3], *CARD[4:])
    source = "= Ensimmäinen hanke\n" + table(CARD[:4], style) + "= Toinen\n" + table(cards, style)
    document = opened(PAGE + source)

    assert joined(rows_of(document)) == [*CARD[:4], *cards]
    assert passages(document) == ["Ensimmäinen hanke", "Toinen"]


def test_short_line_above_an_unruled_table_is_no_row_of_it() -> None:
    document = opened(PAGE + "Hankkeet 2023\n#v(-3pt)\n" + table(CARD, STYLES["unruled"]))

    assert joined(rows_of(document)) == list(CARD)
    assert passages(document) == ["Hankkeet 2023"]


@pytest.mark.parametrize("style", ["ruled", "half-ruled", "unruled"])
def test_table_over_two_pages_keeps_its_number(style: str) -> None:
    rows = [(f"Rivi {chr(65 + number)}", f"Arvo {chr(65 + number)} ja sen jatko") for number in range(40)]
    document = opened(PAGE + table(rows, STYLES[style]))

    assert document.pages == 2
    assert joined(rows_of(document)) == rows
    assert {block.table for block in document.blocks} == {0}


@pytest.mark.parametrize("style", ["ruled", "half-ruled", "unruled"])
def test_value_cut_by_the_page_is_a_row_with_an_empty_label(style: str) -> None:
    long = " ".join(["Toimintamalli kuvataan ja sitä kokeillaan neljässä yksikössä."] * 12)
    rows = [
        *((f"Rivi {letter}", "Arvo") for letter in "ABCDEFGHIJKLMNOPQRSTU"),
        ("Kuvaus", long),
        ("Loppu", "Arvo"),
    ]
    document = opened(PAGE + table(rows, STYLES[style]))

    found = joined(rows_of(document))
    assert document.pages == 2
    assert found[:21] == rows[:21]
    assert [found[21][0], found[22][0]] == ["Kuvaus", ""]
    assert f"{found[21][1]} {found[22][1]}" == long
    assert found[23] == ("Loppu", "Arvo")


def test_label_cut_by_the_page_goes_on_in_a_row_of_its_own() -> None:
    label = "Vastuuhenkilö on tarkastanut hankkeen taloustoteumat talous- ym. järjestelmistä"
    rows = [*((f"Rivi {number}", "Arvo") for number in range(29)), (label, "Kyllä"), ("Loppu", "Arvo")]
    document = opened(PAGE + table(rows))

    found = joined(rows_of(document))
    assert f"{found[29][0]} {found[30][0]}" == label
    assert [found[29][1], found[30][1]] == ["Kyllä", ""]


def test_label_over_six_lines_beside_a_short_value_is_one_row() -> None:
    rows = (
        ("Vastuuhenkilö on tarkastanut hankkeen taloustoteumat talous- ym. järjestelmistä", "Kyllä"),
        *CARD[:3],
    )
    document = opened(PAGE + table(rows, STYLES["unruled"], columns="30mm, 75mm"))

    assert joined(rows_of(document))[0] == rows[0]
    assert rows_of(document)[0][0].count("|") == 5


def test_paragraphs_of_a_value_are_told_from_its_lines() -> None:
    source = (
        "#table(columns: (30mm, 50mm), stroke: 0.5pt, [Kuvaus], [Ensimmäinen kappale jatkuu toiselle riville."
    )
    document = opened(PAGE + "#set par(spacing: 18pt)\n" + source + "\n\nToinen kappale.])")

    value = document.text[document.blocks[1].start : document.blocks[1].end]
    assert value == "Ensimmäinen kappale jatkuu\ntoiselle riville.\u2029Toinen kappale."


def test_landscape_table_has_its_repeated_head_as_ordinary_rows() -> None:
    rows = "".join(
        f"[Hanke {n}],[Sivistys],[{n} 000 €],[{n} 500 €],[Aino Esimerkki],[Alkaa]," for n in range(1, 40)
    )
    head = "table.header([Hanke],[Yksikkö],[Tulot],[Menot],[Vastuuhenkilö],[Tilanne]),"
    page = '#set page(paper: "a4", flipped: true)\n#set text(size: 10pt)\n'
    document = opened(f"{page}#table(columns: 6, inset: 5pt, {head}{rows})")

    found = rows_of(document)
    head_row = ["Hanke", "Yksikkö", "Tulot", "Menot", "Vastuuhenkilö", "Tilanne"]
    assert document.pages == 2
    assert [row for row in found if row != head_row] == [
        [f"Hanke {n}", "Sivistys", f"{n} 000 €", f"{n} 500 €", "Aino Esimerkki", "Alkaa"]
        for n in range(1, 40)
    ]
    assert found.count(head_row) == 2
    assert {block.table for block in document.blocks} == {0}


def test_cell_over_two_columns_says_so() -> None:
    document = opened(
        PAGE + "#table(columns: (30mm, 50mm), table.cell(colspan: 2)[Hanke], [Tulot], [20 000 €])"
    )

    spans = [(block.row, block.column, block.columns) for block in document.blocks]
    assert spans == [(0, 0, 2), (1, 0, 1), (1, 1, 1)]


def test_cell_over_two_rows_says_so() -> None:
    document = opened(PAGE + "#table(columns: 2, table.cell(rowspan: 2)[Tulot], [20 000 €], [30 000 €])")

    spans = [(block.row, block.column, block.rows) for block in document.blocks]
    assert spans == [(0, 0, 2), (0, 1, 1), (1, 1, 1)]


def test_summary_of_many_columns_between_hairlines_is_read_by_its_white_space() -> None:
    style = "columns: (1fr, auto, auto), align: (x, _) => if x == 0 { left } else { right }, inset: (x: 7pt, y: 3pt)"
    rows = "[Yksikkö],[Tulot, €],[Menot, €],[Elinvoima],[305 360],[1 381 700],[Sivistys],[9 000],[12 000],"
    document = opened(f"{PAGE}#table({style}, stroke: (bottom: 0.5pt), {rows})")

    assert rows_of(document) == [
        ["Yksikkö", "Tulot, €", "Menot, €"],
        ["Elinvoima", "305 360", "1 381 700"],
        ["Sivistys", "9 000", "12 000"],
    ]


def test_underlined_link_parts_no_rows() -> None:
    rows = "[Muita tietoja], [Dynasty: #underline[90/02.05.01.03/2023] #linebreak() ja muuta], [Tilanne], [Alkaa]"
    document = opened(f"{PAGE}#table(columns: (35mm, 70mm), {rows})")

    assert joined(rows_of(document)) == [
        ("Muita tietoja", "Dynasty: 90/02.05.01.03/2023 ja muuta"),
        ("Tilanne", "Alkaa"),
    ]


def test_frame_around_text_is_no_table() -> None:
    document = opened(PAGE + "#rect(width: 100%)[Hankkeet ovat jatkuvia.]")

    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH]


def test_list_with_bullets_is_no_table() -> None:
    document = opened(PAGE + "- Ensimmäinen kohta\n- Toinen kohta\n- Kolmas kohta\n- Neljäs kohta")

    assert rows_of(document) == []


def test_running_text_comes_as_paragraphs() -> None:
    source = "\n\n".join(f"*{label}:* {value}" for label, value in CARD if value)
    document = opened(PAGE + source)

    assert rows_of(document) == []
    assert [text.replace("|", " ") for text in passages(document)] == [
        f"{label}: {value}" for label, value in CARD if value
    ]


def test_grid_drawn_as_one_path_is_a_table() -> None:
    grid = "50 700 400 60 re 50 730 m 450 730 l 180 700 m 180 760 l S\n"

    assert rows_of(read(drawn(grid + FOUR), DEFAULT_LIMITS)) == [["Tulot", "20 000 €"], ["Menot", "1 €"]]


def test_grid_in_a_form_is_a_table() -> None:
    content = "q 1 0 0 1 50 700 cm 0 0 400 60 re 0 30 m 400 30 l 130 0 m 130 60 l S Q\n"

    assert rows_of(read(drawn(content + FOUR), DEFAULT_LIMITS)) == [["Tulot", "20 000 €"], ["Menot", "1 €"]]
