"""Names of projects that stand as a heading above their card, without a label."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.ingest.document import PARAGRAPH_BREAK, Block, BlockKind, SourceDocument
from hankesalkku.ingest.raw_card import RawCard, RawRow, Span
from hankesalkku.ingest.recognise.card_table import name_row
from hankesalkku.ingest.recognise.furniture import is_page_number
from hankesalkku.ingest.recognise.tables import visible

LONGEST_NAME = 200
_ORDINAL = re.compile(r"\s*(\d{1,3})\s*[.):]?\s+")
_OUTSIDE = (BlockKind.CELL, BlockKind.HEADER, BlockKind.FOOTER)


@dataclass(slots=True)
class NamedCards:
    """Cards with the names that stood above them; `names` are the spans taken, `ordinals` the numbers before them."""

    cards: list[RawCard]
    names: list[Span] = field(default_factory=list)
    ordinals: list[Span] = field(default_factory=list)


def name_cards(document: SourceDocument, cards: list[RawCard]) -> NamedCards:
    """Give cards without a name the heading, or else the last short paragraph, between them and the card before.

    One paragraph alone names no card. Numbers that count the cards from 1 are no part of names without a label.
    """
    above = _names_above(document, cards)
    unlabelled = sum(1 for card in cards if any(_is_unlabelled(row) for row in card.rows))
    if len(above) + unlabelled < 2 and not any(block.heading_level for block in above.values()):
        above = {}
    found = NamedCards([_with_name(card, above.get(index)) for index, card in enumerate(cards)])
    found.names = [(block.start, block.end) for block in above.values()]
    _part_ordinals(document, found)
    return found


def _names_above(document: SourceDocument, cards: list[RawCard]) -> dict[int, Block]:
    found = {}
    before = 0
    for index, card in enumerate(cards):
        start, end = _extent(card)
        block = None if _has_name(card) else _name_block(document, before, start)
        before = end
        if block is not None:
            found[index] = block
    return found


def _with_name(card: RawCard, block: Block | None) -> RawCard:
    return card if block is None else replace(card, rows=(name_row(((block.start, block.end),)), *card.rows))


def _is_unlabelled(row: RawRow) -> bool:
    return row.key == FieldKey.NAME and not row.label


def _has_name(card: RawCard) -> bool:
    return any(row.key == FieldKey.NAME for row in card.rows)


def _extent(card: RawCard) -> Span:
    spans = [span for row in card.rows for span in (*row.label, *row.value)]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _name_block(document: SourceDocument, start: int, end: int) -> Block | None:
    """Choose the block between two positions that names what follows: the last heading, else the last short one."""
    first = bisect_left(document.blocks, start, key=lambda block: block.start)
    between = takewhile(lambda block: block.end <= end, islice(document.blocks, first, None))
    blocks = [block for block in between if block.kind not in _OUTSIDE and _is_short(document, block)]
    headings = [block for block in blocks if block.heading_level]
    return next(reversed(headings or blocks), None)


def _is_short(document: SourceDocument, block: Block) -> bool:
    text = document.text[block.start : block.end]
    if not visible(document, block) or PARAGRAPH_BREAK in text or is_page_number(text.strip()):
        return False
    return len(text) <= LONGEST_NAME and not text.rstrip().endswith((".", ":", ";"))


def _part_ordinals(document: SourceDocument, found: NamedCards) -> None:
    """Part the numbers before names without a label, where they count the cards."""
    rows = [
        (index, row) for index, card in enumerate(found.cards) for row in card.rows if _is_unlabelled(row)
    ]
    matches = [_ORDINAL.match(document.text, *row.value[0]) for _, row in rows]
    if len(rows) < 2 or [match and int(match[1]) for match in matches] != list(range(1, len(rows) + 1)):
        return
    for (index, row), match in zip(rows, matches, strict=True):
        (start, end), *more = row.value
        bare = replace(row, value=((match.end() if match else start, end), *more))
        card = found.cards[index]
        found.cards[index] = replace(card, rows=tuple(bare if r is row else r for r in card.rows))
        found.ordinals.append((start, bare.value[0][0]))
