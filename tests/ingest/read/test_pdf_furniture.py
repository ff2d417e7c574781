"""Running headers, footers and page numbers of PDFs, and what only looks like them."""

from __future__ import annotations

from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS
from hankesalkku.ingest.read.pdf import read
from tests.support.pdfs import CARD, STYLES, joined, passages, rows_of, table, typeset

PAGE = "width: 150mm, height: 200mm, margin: 25mm"
LINES = "#lorem(60)\n"


def opened(page: str, *bodies: str) -> SourceDocument:
    source = f"#set page({PAGE}, {page})\n#set text(size: 10pt)\n" + "\n#pagebreak()\n".join(bodies)
    return read(typeset(source), DEFAULT_LIMITS)


def test_header_and_footer_that_come_again_are_running_lines() -> None:
    document = opened(
        "header: [Mallilan kaupunki], footer: context [Hankkeet, sivu #here().page()]", LINES, LINES
    )

    assert passages(document, BlockKind.HEADER) == ["Mallilan kaupunki", "Mallilan kaupunki"]
    assert passages(document, BlockKind.FOOTER) == ["Hankkeet, sivu 1", "Hankkeet, sivu 2"]


def test_header_comes_before_and_footer_after_the_text_of_its_page() -> None:
    document = opened('header: [Mallila], numbering: "1 (1)"', LINES, LINES)

    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.HEADER, BlockKind.PARAGRAPH, BlockKind.FOOTER] * 2


def test_page_number_of_a_single_page_is_a_running_line() -> None:
    document = opened('numbering: "1/1"', LINES)

    assert passages(document, BlockKind.FOOTER) == ["1/1"]


def test_page_number_at_the_end_of_a_line_makes_it_a_running_line() -> None:
    document = opened("header: [Mallilan kaupunki #h(1fr) 1 (1)]", LINES)

    assert passages(document, BlockKind.HEADER) == ["Mallilan kaupunki 1 (1)"]


def test_year_at_the_foot_of_a_text_is_no_page_number() -> None:
    document = opened("", LINES + "\n#v(1fr)\n2023")

    assert passages(document, BlockKind.FOOTER) == []


def test_case_number_at_the_top_is_no_page_number() -> None:
    document = opened("", "90/02.05.01.03/2023\n\n#v(2em)\n" + LINES)

    assert passages(document, BlockKind.HEADER) == []


def test_first_line_of_running_text_that_comes_again_is_no_header() -> None:
    card = "Hankkeen nimi\\ Lukutaito {}\\ Tulot\\ 3 €\\ Menot\\ 2 €\\ Tila\\ Alkaa"
    document = opened("", card.format(1), card.format(2))

    assert passages(document, BlockKind.HEADER) == []


def test_first_row_of_a_table_that_comes_again_is_no_header() -> None:
    rows = [(f"Rivi {letter}", f"Hanke {number}") for number in (1, 2) for letter in "ABCDE"]
    document = opened("", *(table(rows[start : start + 5], STYLES["unruled"]) for start in (0, 5)))

    assert joined(rows_of(document)) == rows


def test_table_goes_on_under_header_and_footer() -> None:
    rows = [(f"Rivi {letter}", "Arvo tässä") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖabcdefghi"]
    document = opened('header: [Mallilan kaupunki], numbering: "1 (1)"', table(rows))

    assert document.pages == 2
    assert joined(rows_of(document)) == rows
    assert {block.table for block in document.blocks if block.kind is BlockKind.CELL} == {0}


def test_line_above_the_footer_is_no_row_of_the_table() -> None:
    foot = "footer: block(width: 100%, stroke: (top: 0.5pt), inset: (top: 4pt))[Mallila #h(1fr) 1/1]"
    document = opened(foot, table(CARD, STYLES["half-ruled"]) + "#text(size: 8pt)[Luvut tarkentuvat.]")

    assert joined(rows_of(document)) == list(CARD)
    assert passages(document) == ["Luvut tarkentuvat."]
    assert passages(document, BlockKind.FOOTER) == ["Mallila 1/1"]
