"""Word reports in other layouts than the usual two columns."""

from __future__ import annotations

import pytest
from docx.document import Document as WordDocument

from hankesalkku.core.values.reading import RemarkCode
from tests.corpus.layouts import (
    EXPECTED,
    LAYOUTS,
    TITLE,
    Layout,
    heading_and_paragraphs,
    name_as_numbered_heading,
    name_in_merged_row,
    number_label_value,
    one_table_with_group_rows,
    read,
    rows_of,
    table,
    word_file,
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_cards_are_the_same_in_every_layout(layout: Layout) -> None:
    document = read(word_file(layout))
    assert rows_of(document) == EXPECTED
    assert document.title == TITLE


@pytest.mark.parametrize(
    "layout",
    [name_in_merged_row, name_as_numbered_heading, heading_and_paragraphs],
    ids=lambda layout: layout.__name__,
)
def test_name_without_a_label_is_remarked(layout: Layout) -> None:
    for card in read(word_file(layout)).cards:
        name = card.rows[0]
        assert (name.label, name.has(RemarkCode.LABEL_MISSING)) == (None, True)


def test_headings_of_groups_are_named_unread() -> None:
    document = read(word_file(one_table_with_group_rows))
    assert [piece.text for piece in document.unread] == ["Jatkuvat hankkeet", "Uudet hankkeet"]


def test_sums_printed_behind_the_cards_are_read() -> None:
    sums = (("Bruttotulot yhteensä", "66 600 €"), ("Bruttomenot yhteensä", "77 000 €"))
    document = read(word_file(number_label_value, after=lambda word: table(word, *sums)))
    assert (document.totals.gross_income_cents, document.totals.gross_expenditure_cents) == (
        66_600_00,
        77_000_00,
    )
    assert document.unread == ()


def test_list_that_repeats_the_cards_states_their_sums() -> None:
    rows = (
        ("Hanke", "Tulot", "Menot"),
        ("Lukuintoa kouluihin 2024–2025", "45 000 €", "50 000 €"),
        ("Digituki lähelle", "21 600 €", "27 000 €"),
        ("Yhteensä", "66 600 €", "77 000 €"),
    )
    document = read(word_file(number_label_value, after=lambda word: table(word, *rows)))
    assert rows_of(document) == EXPECTED
    assert (document.totals.gross_income_cents, document.unread) == (66_600_00, ())


def test_line_of_the_contents_whose_card_was_taken_out_is_no_heading() -> None:
    def with_contents(word: WordDocument) -> None:
        for text in (
            "Sisällys",
            "1. Lukuintoa kouluihin 2024–2025",
            "2. Poistettu hanke",
            "3. Digituki lähelle",
        ):
            word.add_paragraph(text)
        number_label_value(word)

    document = read(word_file(with_contents))
    assert (rows_of(document), document.title, document.note) == (EXPECTED, TITLE, None)
