"""A file shown as lines of text: nothing is lost, and the places of a value mark its words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.place import Place
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.ingest.source_text import Run, SourceLine, SourcePage, SourcePiece, marked, page_text

EXAMPLES = Path(__file__).parents[2] / "examples" / "mallila"
FORMS = ("report.txt", "report.docx", "report.pdf", "projects.xlsx", "projects.csv")


def example(name: str) -> File:
    return File(name, (EXAMPLES / name).read_bytes())


def pieces(pages: tuple[SourcePage, ...]) -> list[SourcePiece]:
    return [piece for page in pages for line in page.lines for piece in line.pieces]


def squashed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", FORMS)
def test_every_visible_character_is_in_one_piece(name: str) -> None:
    found = pieces(page_text(example(name)))

    spans = [(piece.start, piece.end) for piece in found]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    coverage = read_cards(example(name)).coverage
    assert coverage is not None
    assert sum(len(squashed(piece.text)) for piece in found) == coverage.characters


@pytest.mark.parametrize("name", FORMS)
def test_places_of_a_value_mark_its_text_and_nothing_else(name: str) -> None:
    pages = page_text(example(name))
    row = read_cards(example(name)).cards[1].row(FieldKey.MUNICIPAL_DECISION)
    assert row is not None

    runs = [run for piece in pieces(pages) for run in marked(piece, row.places)]

    shown = squashed("".join(run.text for run in runs if run.is_marked)).replace("-", "")
    assert shown == squashed(row.text).replace("-", "")


def test_row_of_a_sheet_is_a_line_with_a_piece_for_each_cell() -> None:
    pages = page_text(File("lista.csv", b"Hanke;Tulot\nKirjastoauto;5\n"))

    assert pages == (
        SourcePage(
            1,
            (
                SourceLine(1, (SourcePiece("Hanke", 0, 5, 0), SourcePiece("Tulot", 6, 11, 1))),
                SourceLine(2, (SourcePiece("Kirjastoauto", 12, 24, 0), SourcePiece("5", 25, 26, 1))),
            ),
        ),
    )
    assert pages[0].lines[0].is_table_row


def test_lines_of_plain_text_have_their_numbers() -> None:
    pages = page_text(File("raportti.txt", b"Hankkeen nimi: A\n\nKuvaus: B\nja C\n"))

    assert [(line.number, line.pieces[0].text) for line in pages[0].lines] == [
        (1, "Hankkeen nimi: A"),
        (3, "Kuvaus: B"),
        (4, "ja C"),
    ]
    assert not pages[0].lines[0].is_table_row


def test_card_document_has_no_page_of_its_own() -> None:
    assert page_text(File("kortit.json", b'{"schema": "hankesalkku.cards/1"}')) == ()


def test_mark_covers_what_several_places_cover() -> None:
    piece = SourcePiece("abcdef", 10, 16)

    runs = marked(piece, (Place(1, 1, 0, 11), Place(1, 1, 12, 14), Place(1, 1, 13, 15), Place(1, 1, 20, 30)))

    assert runs == (Run("a", True), Run("b", False), Run("cde", True), Run("f", False))
    assert marked(piece, ()) == (Run("abcdef", False),)
