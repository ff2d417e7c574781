"""Text of PDFs: words, lines and their order; no visible character is lost or doubled."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS
from hankesalkku.ingest.read.pdf import read
from tests.support.pdfs import CARD, STYLES, drawn, passages, quoted, rows_of, show, table, typeset

PAGE = "#set page(width: 150mm, height: 200mm, margin: 20mm)\n#set text(size: 10pt)\n"
WRITTEN = str.maketrans({"\ufffe": "-", "\u00ad": "-", "ﬁ": "fi", "ﬂ": "fl"})


def opened(source: str) -> SourceDocument:
    return read(typeset(PAGE + source), DEFAULT_LIMITS)


def visible(text: str) -> Counter[str]:
    """Count the characters that a page shows."""
    return Counter(
        letter for letter in text.translate(WRITTEN) if letter.isprintable() and not letter.isspace()
    )


def shown_by_pdfium(content: bytes) -> Counter[str]:
    """Count the visible characters that pdfium gives for all pages."""
    with pypdfium2.PdfDocument(content) as document:
        return sum((visible(page.get_textpage().get_text_range()) for page in document), Counter())


def assert_is_whole(content: bytes) -> None:
    """Check that every visible character is in the stream once, and in a block; spans are in order."""
    document = read(content, DEFAULT_LIMITS)
    assert visible(document.text) == shown_by_pdfium(content)
    inside = "".join(document.text[block.start : block.end] for block in document.blocks)
    assert visible(inside) == visible(document.text)
    assert all(above.end <= below.start for above, below in pairwise(document.blocks))


def test_hyphen_at_a_line_end_is_kept_with_the_break() -> None:
    document = opened(
        '#set text(lang: "fi", hyphenate: true)\n#table(columns: (22mm, 60mm), [Bruttotulot koko hankeajalta], [1 €])'
    )

    assert rows_of(document) == [["Bruttotulot|koko hanke-|ajalta", "1 €"]]


def test_soft_hyphen_at_a_line_end_is_a_hyphen() -> None:
    content = show(50, 700, "Bruttotulot koko hanke\u00ad") + show(50, 687, "ajalta")

    assert passages(read(drawn(content), DEFAULT_LIMITS)) == ["Bruttotulot koko hanke-|ajalta"]


def test_ligature_is_written_as_its_letters() -> None:
    assert passages(opened("Graafinen ﬁlmi, affiksi, ﬂyygeli")) == ["Graafinen filmi, affiksi, flyygeli"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_special_space_stays_what_it_is(space: str) -> None:
    assert passages(opened(f"Tulot 305{space}360 €")) == [f"Tulot 305{space}360 €"]


def test_raised_figure_stays_in_its_line() -> None:
    assert passages(opened("Liikuntasali 120 m#super[2] on valmis.\\ Toinen rivi")) == [
        "Liikuntasali 120 m2 on valmis.|Toinen rivi"
    ]


def test_currency_sign_of_another_font_stays_in_its_line() -> None:
    content = show(50, 700, "20 000") + show(92, 699.2, "\u20ac", 13, "F2") + show(106, 700.4, "vuodessa")

    assert passages(read(drawn(content), DEFAULT_LIMITS)) == ["20 000 € vuodessa"]


def test_lines_come_in_the_order_of_reading_however_they_are_drawn() -> None:
    lines = [f"Rivi {letter} jatkuu tästä" for letter in "ABCDEF"]
    content = "".join(show(50, 700 - 13 * number, line) for number, line in reversed(list(enumerate(lines))))

    assert passages(read(drawn(content), DEFAULT_LIMITS)) == ["|".join(lines)]


def test_page_box_that_begins_elsewhere_moves_the_boxes() -> None:
    content = show(150, 860, "Hankkeet")
    moved = read(drawn(content, box=(100, 200, 695, 1042)), DEFAULT_LIMITS)
    plain = read(drawn(show(50, 660, "Hankkeet")), DEFAULT_LIMITS)

    assert moved.blocks == plain.blocks


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(90, "0 1 -1 0 595 0"), (180, "-1 0 0 -1 595 842"), (270, "0 -1 1 0 0 842")],
)
def test_turned_page_is_read_as_it_is_shown(turn: int, matrix: str) -> None:
    grid = "50 400 400 60 re 50 430 m 450 430 l 180 400 m 180 460 l S\n"
    cells = ((55, 440, "Tulot"), (185, 440, "20 000 \u20ac"), (55, 410, "Menot"), (185, 410, "1 \u20ac"))
    content = grid + "".join(show(*cell) for cell in cells)
    upright = (0, 0, 842, 595) if turn in (90, 270) else (0, 0, 595, 842)
    plain = read(drawn(content, box=upright), DEFAULT_LIMITS)
    turned = read(drawn(f"{matrix} cm {content}", rotate=turn), DEFAULT_LIMITS)

    assert rows_of(turned) == [["Tulot", "20 000 €"], ["Menot", "1 €"]]
    assert [block.box for block in turned.blocks] == [pytest.approx(block.box) for block in plain.blocks]


def test_text_that_lies_on_its_side_is_read_upright_with_boxes_as_shown() -> None:
    content = f"0 1 -1 0 595 0 cm {show(50, 500, 'Hankkeet')}{show(50, 487, 'ja avustukset')}"
    document = read(drawn(content), DEFAULT_LIMITS)

    assert passages(document) == ["Hankkeet|ja avustukset"]
    left, top, right, bottom = document.blocks[0].box or (0, 0, 0, 0)
    assert right - left < bottom - top
    assert left < 100 < right < 120


def test_larger_lines_are_headings_by_their_size() -> None:
    document = opened("= Hankkeet\n== Sivistys\nTekstiä, jota on paljon enemmän kuin otsikoita.")

    assert [block.heading_level for block in document.blocks] == [1, 2, 0]


def test_line_numbers_count_the_lines_of_the_page() -> None:
    document = opened(table(CARD[:3], columns="35mm, 50mm") + "Loppu")

    assert [block.line for block in document.blocks] == [1, 1, 3, 3, 6, 6, 8]


def test_place_of_a_later_line_counts_on() -> None:
    document = opened("Ensimmäinen rivi\\ toinen rivi\\ kolmas rivi")
    place = document.place(document.text.index("kolmas"), len(document.text))

    assert (place.page, place.line) == (1, 3)


def test_word_drawn_in_two_heights_keeps_all_its_letters() -> None:
    assert_is_whole(drawn("BT /F1 11 Tf 50 700 Td (Tu) Tj 9 Ts (lot) Tj -9 Ts (50) Tj ET"))


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_no_character_of_a_card_is_lost_or_doubled(style: str) -> None:
    assert_is_whole(typeset(PAGE + "= Hanke 1\n" + table(CARD, style) + "Loppusanat 2/3"))


TEXTS = st.text(
    st.one_of(
        st.sampled_from("abcåäöABC 0123456789 €§%–-/(),.:\u00a0\u202f"),
        st.characters(min_codepoint=33, max_codepoint=0x17F),
    ),
    max_size=60,
)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=12), st.sampled_from(sorted(STYLES)))
def test_no_character_of_any_table_is_lost_or_doubled(rows: list[tuple[str, str]], style: str) -> None:
    assert_is_whole(typeset(PAGE + table(rows, STYLES[style])))


PLACES = st.floats(min_value=-20, max_value=620, allow_nan=False)
SIZES = st.floats(min_value=0.5, max_value=60)
PIECES = st.tuples(PLACES, PLACES, st.text("abcXYZ 019-", min_size=1, max_size=12), SIZES)
RULES = st.tuples(PLACES, PLACES, PLACES, PLACES)


@given(st.lists(PIECES, max_size=25), st.lists(RULES, max_size=12), st.sampled_from([0, 90, 180, 270]))
def test_no_character_is_lost_however_a_page_is_drawn(
    pieces: list[tuple[float, float, str, float]],
    rules: list[tuple[float, float, float, float]],
    rotate: int,
) -> None:
    lines = "".join(
        f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l {x0:.2f} {y0:.2f} {x1:.2f} 40 re S\n"
        for x0, y0, x1, y1 in rules
    )
    text = "".join(show(round(x, 2), round(y, 2), piece, round(size, 2)) for x, y, piece, size in pieces)
    assert_is_whole(drawn(lines + text, rotate=rotate))


def test_quoting_keeps_markup_out_of_tests() -> None:
    assert passages(opened(f"#text({quoted('#set 100 % *ei* lihavointia')})")) == [
        "#set 100 % *ei* lihavointia"
    ]
