"""Text as `pdftotext -layout` leaves a report: two columns side by side, wrapped, at another edge on every page."""

from __future__ import annotations

import textwrap

from hankesalkku.ingest.cards import File
from tests.corpus.layouts import CARDS, EXPECTED, LABELS, TITLE, read, rows_of


def side_by_side(card: tuple[str, ...], left: int, right: int = 36) -> list[str]:
    """Set a card in two columns."""
    lines = []
    for label, text in zip(LABELS, card, strict=True):
        sides = textwrap.wrap(label, left - 2), textwrap.wrap(text, right)
        for index in range(max(map(len, sides))):
            label_line, text_line = (side[index] if index < len(side) else "" for side in sides)
            lines.append(f"{label_line:{left}}{text_line}".rstrip())
    return lines


def text_file(*pages: list[str]) -> File:
    return File("raportti.txt", "\f".join("\n".join(page) for page in pages).encode())


def test_two_columns_are_read_as_label_and_value() -> None:
    pages = [[TITLE, "", *side_by_side(CARDS[0], 34)], side_by_side(CARDS[1], 30)]
    document = read(text_file(*pages))
    assert (rows_of(document), document.title) == (EXPECTED, TITLE)


def test_card_goes_on_on_the_next_page_at_another_edge() -> None:
    lines = [*side_by_side(CARDS[0], 34), "", "", *side_by_side(CARDS[1], 30)]
    assert rows_of(read(text_file([TITLE, "", *lines[:30]], lines[30:]))) == EXPECTED


def test_year_alone_at_the_edge_of_a_page_is_no_page_number() -> None:
    lines = [line for pair in zip(LABELS, CARDS[0], strict=True) for line in pair]
    stop = lines.index("2024") + 1
    assert rows_of(read(text_file([TITLE, "", *lines[:stop]], lines[stop:]))) == EXPECTED[:1]


def test_misspelt_label_before_its_value_is_found() -> None:
    lines = [f"{label} {text}" for label, text in zip(LABELS, CARDS[1], strict=True)]
    text = "\n".join([TITLE, "", *lines]).replace("Vastuuhenkilö ", "Vastuuhenkillö ")
    assert rows_of(read(File("raportti.txt", text.encode()))) == EXPECTED[1:]
