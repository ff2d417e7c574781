"""Every text of a document that people may read, and findings that never repeat what they found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Severity
from hankesalkku.core.values.place import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and where it belongs: `cards` is empty for text of the document itself."""

    cards: tuple[int, ...]
    field: str
    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something personal seen at `start`–`end` of a passage; `is_certain` is False where it only looks like it."""

    start: int
    end: int
    is_certain: bool = True


Sight = Callable[[str], Iterator[Sighting]]


def row_passages(context: Context) -> Iterator[Passage]:
    """Give the text of every row of every card."""
    for index, card in context.numbered:
        for row in card.rows:
            if row.text:
                yield Passage((index,), row.key, row.text, row.places)


def link_passages(context: Context) -> Iterator[Passage]:
    """Give the addresses of the document's links."""
    for link in context.document.links:
        cards = () if link.card is None else (link.card,)
        yield Passage(cards, DOCUMENT_FIELD, link.url, link.places)


def heading_passages(context: Context) -> Iterator[Passage]:
    """Give the texts above and between the cards: title, division, note, author and what was not interpreted."""
    document = context.document
    for text in (document.title, document.division, document.note, document.author):
        if text:
            yield Passage((), DOCUMENT_FIELD, text)
    for piece in document.unread:
        yield Passage((), DOCUMENT_FIELD, piece.text, piece.places)


def background_passages(context: Context) -> Iterator[Passage]:
    """Give what a reader of the page hardly sees: the file's name, repeated headers, hidden content."""
    document = context.document
    if document.source is not None:
        yield Passage((), DOCUMENT_FIELD, document.source.name)
    for piece in document.furniture:
        yield Passage((), DOCUMENT_FIELD, piece.text, piece.places)
    for hidden in document.hidden:
        yield Passage((), DOCUMENT_FIELD, hidden.excerpt)


def visible_passages(context: Context) -> Iterator[Passage]:
    """Give rows, links and headings: everything but letterheads and hidden content."""
    yield from row_passages(context)
    yield from link_passages(context)
    yield from heading_passages(context)


def all_passages(context: Context) -> Iterator[Passage]:
    """Give every text of the document, hidden content and the file's name too."""
    yield from visible_passages(context)
    yield from background_passages(context)


def report_masked(
    rule: Rule, passages: Iterator[Passage], sight: Sight, mask: str, doubtful: Severity = Severity.WARNING
) -> Iterator[Finding]:
    """Report each sighting without its value: message and evidence hold the mask and, from the second on, a number.

    A sighting that is not certain gets the severity `doubtful` and the wording `may-be`.
    """
    counts: dict[tuple[tuple[int, ...], str], int] = {}
    for passage in passages:
        spot = (passage.cards, passage.field)
        for sighting in sight(passage.text):
            counts[spot] = number = counts.get(spot, 0) + 1
            yield found(
                rule,
                passage.cards,
                passage.field,
                evidence=mask if number == 1 else f"{mask} ({number})",
                places=passage.places,
                severity=None if sighting.is_certain else doubtful,
                variant=None if sighting.is_certain else "may-be",
                masked=mask,
            )
