"""Cards in two-column tables, with labels cut by pages and rows of no field."""

from __future__ import annotations

from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.raw_card import RawCard
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.recognise.recogniser import recognise

CARD = (
    ("Hankkeen nimi", "Kirjastoauto"),
    ("Vastuuhenkilö", "Aino Esimerkki"),
    ("Bruttotulot koko hankeajalta", "80 000 €"),
    ("Kaupungin rahoitusosuus", "20 000 €"),
)


def tables(*rows_of_tables: tuple[tuple[str, str], ...], page_of_row: int | None = None) -> SourceDocument:
    """Make a document of two-column tables; rows from `page_of_row` on stand on page 2."""
    stream = Stream()
    for table, rows in enumerate(rows_of_tables):
        for row, cells in enumerate(rows):
            page = 2 if page_of_row is not None and row >= page_of_row else 1
            for column, text in enumerate(cells):
                stream.add(BlockKind.CELL, text, table=table, row=row, column=column, page=page)
    return stream.document("docx")


def rows_of(document: SourceDocument, card: RawCard) -> list[tuple[str, str]]:
    return [(row.key, " ".join(document.text[slice(*span)] for span in row.value)) for row in card.rows]


def read(document: SourceDocument) -> list[list[tuple[str, str]]]:
    return [rows_of(document, card) for card in recognise(document).cards]


EXPECTED = [
    ("name", "Kirjastoauto"),
    ("responsible_persons", "Aino Esimerkki"),
    ("gross_income", "80 000 €"),
    ("municipal_share", "20 000 €"),
]


def test_each_table_is_a_card() -> None:
    assert read(tables(CARD, CARD)) == [EXPECTED, EXPECTED]


def test_one_table_may_hold_several_cards() -> None:
    assert read(tables(CARD + CARD)) == [EXPECTED, EXPECTED]


def test_card_may_run_on_in_the_next_table() -> None:
    assert read(tables(CARD[:2], CARD[2:])) == [EXPECTED]


def test_row_without_a_label_goes_on_with_the_row_above() -> None:
    rows = (CARD[0], ("Vastuuhenkilö", "Aino"), ("", "Esimerkki"), *CARD[2:])
    assert read(tables(rows)) == [EXPECTED]


def test_label_whose_rest_stands_on_the_next_page_is_joined() -> None:
    rows = (*CARD[:2], ("Bruttotulot koko", "80 000 €"), ("hankeajalta", ""), CARD[3])
    document = tables(rows, page_of_row=3)
    assert read(document) == [EXPECTED]
    assert RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK in recognise(document).cards[0].rows[2].remarks


def test_label_whose_rest_is_a_label_by_itself_is_joined_where_only_the_whole_is_exact() -> None:
    rows = (*CARD[:3], ("Kaupungin", "20 000 €"), ("rahoitusosuus", ""))
    assert read(tables(rows, page_of_row=4)) == [EXPECTED]


def test_row_of_no_field_is_kept_in_its_own_words() -> None:
    document = tables((*CARD, ("Säätila", "pouta"), ("Kaupungin rahat", "kyllä")))
    found = dict(read(document)[0])
    assert (found["extra:Säätila"], found["extra:Kaupungin rahat"]) == ("pouta", "kyllä")


def test_table_of_other_things_is_named_unread() -> None:
    document = tables(CARD, (("Maanantai", "sade"), ("Tiistai", "pouta")))
    unread = [document.text[slice(*span)] for span in recognise(document).unread]
    assert unread == ["Maanantai", "sade", "Tiistai", "pouta"]
