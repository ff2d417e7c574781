"""Where a value stands on its page: from the PDF through the guarded child into the JSON form and back."""

from __future__ import annotations

import pytest

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.exchange import document_to_dict
from hankesalkku.core.card.exchange_reading import document_from_dict
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.place import Box
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.ingest.document import Block, BlockKind, SourceDocument
from tests.support.pdfs import CARD, STYLES, drawn, table, typeset

TABLES = ("ruled", "unruled", "half-ruled")


def read(content: bytes) -> CardDocument:
    return read_cards(File("raportti.pdf", content))


def boxes(document: CardDocument) -> list[Box]:
    return [place.box for row in document.cards[0].rows for place in row.places if place.box is not None]


@pytest.mark.parametrize("style", TABLES)
def test_every_value_of_a_table_has_a_box_of_its_own_below_the_one_before(style: str) -> None:
    document = read(typeset(table(CARD, STYLES[style])))

    rows = [row for row in document.cards[0].rows if row.text]
    found = [place.box for row in rows for place in row.places]
    assert len(found) == len(rows) == 6
    tops = [box[1] for box in found if box]
    assert tops == sorted(tops)
    assert len(set(tops)) == 6
    assert all(box and box[0] < box[2] and box[1] < box[3] for box in found)


def test_value_in_running_text_has_the_box_of_its_own_lines() -> None:
    lines = (
        "Hankkeen nimi: Kirjastoauto",
        "Kuvaus: Auto kulkee",
        "Toteutusaika: 2023",
        "Bruttotulot: 5 000 €",
    )
    text = "BT /F1 11 Tf 14 TL 50 700 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    document = read(drawn(text.replace("€", "\\200")))

    name, period = (document.cards[0].row(key) for key in (FieldKey.NAME, FieldKey.PERIOD))
    assert name is not None and period is not None
    (above,), (below,) = ([p.box for p in row.places] for row in (name, period))
    assert above is not None and below is not None
    assert above[3] <= below[1] + 0.01
    assert 842 - 700 - 11 <= above[1] <= 842 - 700
    assert below[3] - below[1] < 20


def test_boxes_survive_the_json_form_to_a_hundredth_of_a_point() -> None:
    document = read(typeset(table(CARD)))

    back = document_from_dict(document_to_dict(document))

    rounded = [tuple(round(side, 2) for side in box) for box in boxes(document)]
    assert boxes(back) == rounded
    assert len(rounded) == 6


@pytest.mark.parametrize(
    ("start", "end", "box"),
    [(0, 11, (0, 0, 9, 30)), (0, 3, (0, 0, 9, 10)), (4, 11, (0, 10, 9, 30)), (8, 90, (0, 20, 9, 30))],
)
def test_span_has_the_box_of_its_lines(start: int, end: int, box: Box) -> None:
    block = Block(BlockKind.PARAGRAPH, 0, 11, page=1, line=1, box=(0, 0, 9, 30))
    document = SourceDocument("pdf", "yks\nkak\u2029kol\nmuu", (block,), is_wrapped=True)

    assert document.place(start, end).box == box
