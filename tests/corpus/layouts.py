"""Reports in the layouts that people make: the same two cards of Mallila, set in ever other ways.

Each layout is a function that puts the cards into a Word document; other formats are made of the same cards.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordDocument

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FIELDS
from hankesalkku.ingest.cards import File, read_cards

LABELS = tuple(field.label("fi") for field in FIELDS)
KEYS = tuple(field.key.value for field in FIELDS)
NAME, OTHERS = 0, range(1, len(KEYS))
TITLE = "HANKKEET v. 2024"
CARDS = (
    (
        "Lukuintoa kouluihin 2024–2025",
        "Hankitaan koulukirjastoihin kirjallisuutta. Vastuuhenkilö vaihtui 1.1.2024.",
        "Sivistys / Perusopetus",
        "Henna Laitila",
        "1.8.2024–31.12.2025 / toteutusvaihe",
        "Opetushallitus 13.5.2024 OPH/214/6120/2024",
        "Sivistyslautakunta § 58 / 19.6.2024",
        "2024",
        "45 000 €",
        "50 000 €",
        "5 000 €",
        "Dynasty: 412/02.05.01/2024",
        "Kirjat on hankittu. Talouden etenemä 38 %.",
        "Kyllä, Henna Laitila 13.1.2025",
    ),
    (
        "Digituki lähelle",
        "Järjestetään opastusta kirjastoissa.",
        "Hyvinvointi / Kirjasto",
        "Leena Aho",
        "1.4.2024–31.3.2025 / toteutusvaihe",
        "Valtiovarainministeriö 20.3.2024 VM/321/2024",
        "Hyvinvointilautakunta § 30 / 17.4.2024",
        "2024–2025",
        "21 600 €",
        "27 000 €",
        "5 400 €",
        "Dynasty: 199/02.05.01/2024",
        "Opastus on käynnissä. Toteuma 40 %.",
        "Kyllä, Leena Aho 10.1.2025",
    ),
)

Layout = Callable[[WordDocument], None]


def table(document: WordDocument, *rows: tuple[str, ...]) -> None:
    """Add a table of rows of text; a row with fewer cells than the table has its last one merged to the edge."""
    width = max(len(row) for row in rows)
    made = document.add_table(len(rows), width)
    for cells, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=False):
            cell.text = text
        if len(texts) < width:
            cells.cells[len(texts) - 1].merge(cells.cells[-1])
    document.add_paragraph()


def number_label_value(document: WordDocument) -> None:
    for card in CARDS:
        table(document, *((f"{i + 1}.", LABELS[i], text) for i, text in enumerate(card)))


def group_words_beside_labels(document: WordDocument) -> None:
    groups = ("Perustiedot",) * 5 + ("Päätökset",) * 3 + ("Talous",) * 6
    for card in CARDS:
        rows = zip(groups, LABELS, card, strict=True)
        firsts = {group: groups.index(group) for group in groups}
        table(
            document, *((g if i == firsts[g] else "", label, text) for i, (g, label, text) in enumerate(rows))
        )


def two_pairs_a_row(document: WordDocument) -> None:
    for card in CARDS:
        pairs = list(zip(LABELS, card, strict=True))
        table(document, *((*left, *right) for left, right in zip(pairs[::2], pairs[1::2], strict=True)))


def numbered_labels(document: WordDocument) -> None:
    for card in CARDS:
        table(document, *((f"{i + 1}. {LABELS[i]}:", text) for i, text in enumerate(card)))


def heading_of_columns(document: WordDocument) -> None:
    for card in CARDS:
        table(document, ("Kohta", "Tieto"), *zip(LABELS, card, strict=True))


def name_in_merged_row(document: WordDocument) -> None:
    for card in CARDS:
        table(document, (card[NAME],), *((LABELS[i], card[i]) for i in OTHERS))


def name_as_numbered_heading(document: WordDocument) -> None:
    for number, card in enumerate(CARDS, start=1):
        document.add_heading(f"{number}. {card[NAME]}", 2)
        table(document, *((LABELS[i], card[i]) for i in OTHERS))


def heading_and_paragraphs(document: WordDocument) -> None:
    for card in CARDS:
        document.add_heading(card[NAME], 2)
        for i in OTHERS:
            document.add_paragraph(f"{LABELS[i]}: {card[i]}")


def label_above_value_in_one_column(document: WordDocument) -> None:
    for card in CARDS:
        table(document, *((f"{label}\n{text}",) for label, text in zip(LABELS, card, strict=True)))


def one_table_with_group_rows(document: WordDocument) -> None:
    rows: list[tuple[str, ...]] = []
    for group, card in zip(("Jatkuvat hankkeet", "Uudet hankkeet"), CARDS, strict=True):
        rows += [(group,), *zip(LABELS, card, strict=True), ("", "")]
    table(document, *rows)


LAYOUTS: tuple[Layout, ...] = (
    number_label_value,
    group_words_beside_labels,
    two_pairs_a_row,
    numbered_labels,
    heading_of_columns,
    name_in_merged_row,
    name_as_numbered_heading,
    heading_and_paragraphs,
    label_above_value_in_one_column,
    one_table_with_group_rows,
)


def word_file(layout: Layout, *, after: Layout | None = None) -> File:
    """Make a Word file of the cards in a layout."""
    document = Document()
    document.add_paragraph(TITLE)
    layout(document)
    if after:
        after(document)
    content = io.BytesIO()
    document.save(content)
    return File(f"{layout.__name__}.docx", content.getvalue())


def rows_of(document: CardDocument) -> list[tuple[tuple[str, str], ...]]:
    """Give key and text of the rows of each card."""
    return [tuple((row.key, row.text) for row in card.rows) for card in document.cards]


EXPECTED = [tuple(zip(KEYS, card, strict=True)) for card in CARDS]


def read(file: File) -> CardDocument:
    """Read a file, and see that every visible character was placed."""
    document = read_cards(file)
    assert document.coverage is not None
    assert document.coverage.characters == document.coverage.placed
    return document
