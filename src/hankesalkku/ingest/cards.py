"""From a file to a card document: the one place that knows the order of the stages.

read → recognise → normalise → check. Plain text, CSV and JSON are read here; every other format in a child process.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import (
    CardDocument,
    HiddenContent,
    Link,
    PlacedText,
    PrintedTotals,
    Source,
)
from hankesalkku.core.card.exchange_reading import NotACardDocument, document_from_dict
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.place import Place
from hankesalkku.ingest.check.agreement import cards_agree
from hankesalkku.ingest.check.coverage import coverage_of, merged
from hankesalkku.ingest.child import run_guarded
from hankesalkku.ingest.document import PARAGRAPH_BREAK, BlockKind, SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS, MEBIBYTE, Limits
from hankesalkku.ingest.normalise.cards import Reader
from hankesalkku.ingest.normalise.heading import Heading, read_heading
from hankesalkku.ingest.normalise.links import Anchor, tie_links
from hankesalkku.ingest.normalise.reconcile import reconciled
from hankesalkku.ingest.normalise.stated_totals import stated_totals
from hankesalkku.ingest.normalise.words import Words
from hankesalkku.ingest.raw_card import RawTotals, Recognition, Span
from hankesalkku.ingest.read import csv_table, own_text, plain_text
from hankesalkku.ingest.read.sniff import sniff
from hankesalkku.ingest.recognise.recogniser import recognise
from hankesalkku.ingest.refusal import CannotRead, Reason

_STATED_COUNT = re.compile(r"\b(\d{1,4})\s+(?:hanketta|projekt|projects)\b", re.IGNORECASE)
PLAIN_BYTES_HERE = MEBIBYTE
"""Plain text and CSV beyond this are read in a child process too, so that no file fills this one's memory."""
ATTACHMENT_DIFFERS = "attachment_differs"


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: its name without folders, and its bytes."""

    name: str
    content: bytes


def read_cards(file: File, limits: Limits = DEFAULT_LIMITS) -> CardDocument:
    """Read a report in any supported format.

    Raises:
        CannotRead: the file is refused or broken; it says why and where.
    """
    if len(file.content) > limits.file_bytes:
        raise CannotRead(Reason.TOO_LARGE, detail=str(limits.file_bytes))
    kind = sniff(file.content, file.name)
    if kind == "json":
        read = _from_json(file.content)
        return replace(read, cards=tuple(reconciled(card, read.language) for card in read.cards))
    source = read_source(file, kind, limits)
    document = _assembled(source, _source(file, source))
    return _with_attachment(document, source.embedded) if source.embedded else document


def read_source(file: File, kind: str, limits: Limits = DEFAULT_LIMITS) -> SourceDocument:
    """Read a file's text stream, in a child process unless its format is plain and its size ordinary.

    Raises:
        CannotRead: the file is refused or broken.
    """
    if kind in _PLAIN and len(file.content) <= PLAIN_BYTES_HERE:
        return _PLAIN[kind](file.content, limits)
    return run_guarded(kind, file.content, limits)


_PLAIN: dict[str, Callable[[bytes, Limits], SourceDocument]] = {
    "text": plain_text.read,
    "own_text": own_text.read,
    "csv": csv_table.read,
}


def _source(file: File, source: SourceDocument) -> Source:
    digest = hashlib.sha256(file.content).hexdigest()
    return Source(PurePath(file.name).name, digest, source.format, source.pages)


def _from_json(content: bytes) -> CardDocument:
    """Read our own exchange form.

    Raises:
        CannotRead: it is no JSON, or no card document.
    """
    try:
        data = json.loads(content)
    except ValueError as error:
        raise CannotRead(Reason.BROKEN, detail=str(error)) from error
    if not isinstance(data, dict):
        raise CannotRead(Reason.WRONG_FORMAT, detail="JSON")
    try:
        return document_from_dict(data)
    except NotACardDocument as error:
        raise CannotRead(Reason.WRONG_FORMAT, detail=str(error)) from error


def _assembled(document: SourceDocument, source: Source) -> CardDocument:
    """Recognise, normalise and account for everything.

    Raises:
        CannotRead: the document has no text at all.
    """
    if not document.text.strip() and not document.image_pages:
        raise CannotRead(Reason.NO_TEXT)
    recognition = recognise(document)
    words = Words(document)
    reader = Reader(document, words)
    cards = tuple(reader.card(raw) for raw in recognition.cards)
    heading = read_heading(_paragraphs(document, words, recognition.heading), document.properties)
    links = tie_links(document, recognition.cards, _anchors(cards))
    return CardDocument(
        cards=_with_urls(cards, links),
        source=source,
        title=heading.title,
        division=heading.division,
        note=heading.note,
        municipality=heading.municipality,
        language=recognition.language,
        date=heading.date,
        author=heading.author,
        furniture=_placed(document, recognition.furniture),
        links=links,
        unread=_placed(document, recognition.unread),
        coverage=coverage_of(document, recognition),
        hidden=tuple(HiddenContent(h.kind.value, h.count, h.excerpt) for h in document.hidden),
        image_pages=document.image_pages,
        totals=_totals(document, recognition, heading),
    )


def _paragraphs(document: SourceDocument, words: Words, spans: tuple[Span, ...]) -> list[str]:
    """Join the lines of a heading into paragraphs: a blank line or another block parts them."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and _go_together(document, groups[-1][-1], span):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [words.mend(tuple(group)).text for group in groups]


def _go_together(document: SourceDocument, above: Span, below: Span) -> bool:
    """Tell whether two spans are lines of one paragraph: neighbouring lines of a wrapped text, or of one block."""
    upper, lower = document.block_at(above[0]), document.block_at(below[0])
    if upper is None or lower is None:
        return False
    if upper is lower:
        return PARAGRAPH_BREAK not in document.text[above[1] : below[0]]
    lines = BlockKind.LINE in (upper.kind, lower.kind) and upper.line is not None and lower.line is not None
    return lines and upper.page == lower.page and (lower.line or 0) - (upper.line or 0) == 1


def _anchors(cards: tuple[Card, ...]) -> list[Anchor]:
    """Say which cards have a case number, and on which page each stands, in order."""
    anchors: list[Anchor] = []
    for index, card in enumerate(cards):
        row = card.row(FieldKey.OTHER_INFORMATION)
        if card.case_number is not None and row is not None:
            anchors.append((index, row.places[0].page if row.places else None))
    return anchors


def _with_urls(cards: tuple[Card, ...], links: tuple[Link, ...]) -> tuple[Card, ...]:
    """Give each card the link of its case."""
    by_card: dict[int | None, list[Link]] = defaultdict(list)
    for link in links:
        by_card[link.card].append(link)
    return tuple(_with_url(card, by_card[index]) for index, card in enumerate(cards))


def _with_url(card: Card, own: list[Link]) -> Card:
    """Give a card the link of its case: in row 12 if one of its own stands there, else one tied to it by order."""
    row = card.row(FieldKey.OTHER_INFORMATION)
    inside = [link for link in own if row and any(_within(link.places, place) for place in row.places)]
    tied = [link for link in own if not any(_within(link.places, p) for r in card.rows for p in r.places)]
    chosen = next(iter((*inside, *tied)), None)
    return replace(card, case_url=chosen.url) if chosen else card


def _within(places: tuple[Place, ...], outer: Place) -> bool:
    return bool(places) and outer.start <= places[0].start <= outer.end


def _placed(document: SourceDocument, spans: tuple[Span, ...]) -> tuple[PlacedText, ...]:
    return tuple(
        PlacedText(document.text[start:end].strip(), (document.place(start, end),))
        for start, end in merged(spans)
    )


def _totals(document: SourceDocument, recognition: Recognition, heading: Heading) -> PrintedTotals:
    """Read the sums and the number of projects that the document states itself."""
    raw: RawTotals = recognition.totals
    cents = {key: read_money(document.text[slice(*span)]).value for key, span in raw.sums}
    heading_text = " ".join(filter(None, (heading.title, heading.note)))
    sums: dict[str, int] = {key.value: total for key, total in stated_totals(heading_text).items()}
    sums |= {key: money.total_cents for key, money in cents.items() if money is not None}
    stated = _STATED_COUNT.search(heading_text)
    return PrintedTotals(
        sums.get(FieldKey.GROSS_INCOME),
        sums.get(FieldKey.GROSS_EXPENDITURE),
        sums.get(FieldKey.MUNICIPAL_SHARE),
        int(stated.group(1)) if stated else None,
        tuple(document.place(*span) for _, span in raw.sums),
    )


def _with_attachment(visible: CardDocument, content: bytes) -> CardDocument:
    """Believe the cards attached to our own PDF if they say what its pages say; else what the pages say."""
    try:
        attached = _from_json(content)
    except CannotRead:
        return visible
    if not cards_agree(visible.cards, attached.cards):
        differs = HiddenContent(ATTACHMENT_DIFFERS, 1, "")
        return replace(visible, hidden=(*visible.hidden, differs))
    cards = tuple(_with_places(card, seen) for card, seen in zip(attached.cards, visible.cards, strict=True))
    return replace(
        attached,
        cards=cards,
        source=visible.source,
        furniture=visible.furniture,
        links=visible.links,
        unread=visible.unread,
        coverage=visible.coverage,
        hidden=visible.hidden,
        image_pages=visible.image_pages,
        author=visible.author,
    )


def _with_places(card: Card, seen: Card) -> Card:
    """Put the places of the page on the rows of the attached card, whose own are of another file."""
    rows = []
    for row in card.rows:
        match = next((other for other in seen.rows if other.key == row.key), None)
        places, labels = (match.places, match.label_places) if match else ((), ())
        rows.append(replace(row, places=places, label_places=labels))
    return replace(card, rows=tuple(rows))
