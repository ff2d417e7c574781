"""A document of many invented cards, made as a reader makes it: cells in a stream, recognised and normalised."""

from __future__ import annotations

from dataclasses import replace

from bench.projects import Project, invent
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument, Link
from hankesalkku.core.card.fields import BY_KEY
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.normalise.cards import Reader
from hankesalkku.ingest.normalise.words import Words
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.recognise.recogniser import recognise

MUNICIPALITY = "Mallilan kaupunki"
DIVISION = "Hyvinvointitoimiala"
TITLE = "Vuonna 2023 jatkuvat ja uudet hankkeet"
NOTE = "Taloustilanne päivittyy vuoden 2022 tilinpäätökseen."


def many_cards(count: int) -> CardDocument:
    """Make a document of the first `count` invented projects, with a heading and the links of its cases."""
    projects = tuple(invent(count))
    source = _source(projects)
    reader = Reader(source, Words(source))
    cards = tuple(reader.card(raw) for raw in recognise(source).cards)
    linked = tuple(_finished(card, project) for card, project in zip(cards, projects, strict=True))
    links = tuple(Link(card.case_url, index) for index, card in enumerate(linked) if card.case_url)
    return CardDocument(
        linked,
        title=TITLE,
        division=DIVISION,
        note=NOTE,
        municipality=MUNICIPALITY,
        date=PartialDate(2023, 3, 31),
        links=links,
    )


def _source(projects: tuple[Project, ...]) -> SourceDocument:
    """Set the projects as tables of two columns, a table each."""
    stream = Stream()
    for table, project in enumerate(projects):
        for row, (key, text) in enumerate(project.texts.items()):
            stream.add(BlockKind.CELL, BY_KEY[key].label("fi"), table=table, row=row, column=0)
            stream.add(BlockKind.CELL, text.replace("\n", "\u2029"), table=table, row=row, column=1)
    return stream.document("made")


def _finished(card: Card, project: Project) -> Card:
    """Take off the places, which are those of no file, and put on the address of the case."""
    rows = tuple(replace(row, places=(), label_places=()) for row in card.rows)
    return replace(card, rows=rows, case_url=project.url)
