"""Ties hyperlinks to their cards: by where they stand, else by the order of the case numbers on their page.

A text file made from a PDF prints its addresses at page ends, in the order of the case numbers. Source: D91.
"""

from __future__ import annotations

from collections import defaultdict

from hankesalkku.core.card.document import Link
from hankesalkku.ingest.document import SourceDocument, SourceLink
from hankesalkku.ingest.raw_card import RawCard, Span

Anchor = tuple[int, int | None]
"""A card's index and the page on which its case number stands."""


def tie_links(
    document: SourceDocument, cards: tuple[RawCard, ...], anchors: list[Anchor]
) -> tuple[Link, ...]:
    """Give every link of a document with its card, None where neither place nor order tells."""
    spans = _spans_by_card(cards)
    owners = [_owner(document, spans, link) for link in document.links]
    loose = [index for index, owner in enumerate(owners) if owner is None and document.links[index].in_text]
    placed_cards = {owner for owner in owners if owner is not None}
    free = [anchor for anchor in anchors if anchor[0] not in placed_cards]
    for index, card in _by_order(document, loose, free).items():
        owners[index] = card
    return tuple(
        Link(link.url, owner, (document.place(link.start, link.end),))
        for link, owner in zip(document.links, owners, strict=True)
    )


def _spans_by_card(cards: tuple[RawCard, ...]) -> list[tuple[Span, int]]:
    found = [
        (span, i) for i, card in enumerate(cards) for row in card.rows for span in (*row.label, *row.value)
    ]
    return sorted(found)


def _owner(document: SourceDocument, spans: list[tuple[Span, int]], link: SourceLink) -> int | None:
    """Find the card in whose rows a link stands; in our own text form an address stands behind its words."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0][1] < max(link.end, link.start + 1):
            low = middle + 1
        else:
            high = middle
    if low < len(spans) and spans[low][0][0] <= link.start:
        return spans[low][1]
    follows_words = link.in_text and not document.is_wrapped and low > 0
    return spans[low - 1][1] if follows_words else None


def _by_order(document: SourceDocument, loose: list[int], anchors: list[Anchor]) -> dict[int, int]:
    """Match loose links to case numbers page by page where the counts agree, else through the whole document."""
    links_on: dict[int | None, list[int]] = defaultdict(list)
    cards_on: dict[int | None, list[int]] = defaultdict(list)
    for index in loose:
        links_on[_page(document, document.links[index])].append(index)
    for card, page in anchors:
        cards_on[page].append(card)
    pages = {page: ids for page, ids in links_on.items() if len(ids) == len(cards_on[page])}
    if len(pages) == len(links_on):
        return {i: card for page, ids in pages.items() for i, card in zip(ids, cards_on[page], strict=True)}
    if len(loose) == len(anchors):
        return {index: card for index, (card, _) in zip(loose, anchors, strict=True)}
    return {i: card for page, ids in pages.items() for i, card in zip(ids, cards_on[page], strict=True)}


def _page(document: SourceDocument, link: SourceLink) -> int | None:
    if link.page is not None:
        return link.page
    return document.place(link.start, link.end).page
