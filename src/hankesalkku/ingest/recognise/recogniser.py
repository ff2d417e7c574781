"""Chooses how a document is read: tables of cards, a list of projects, or running text; and accounts for the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from hankesalkku.core.card.fields import BY_KEY, LANGUAGES, MONEY_KEYS
from hankesalkku.core.values.text import fold, squash
from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.raw_card import RawCard, RawTotals, Recognition, Span
from hankesalkku.ingest.recognise.card_table import card_table, cards_in
from hankesalkku.ingest.recognise.flow import flow_lines
from hankesalkku.ingest.recognise.furniture import (
    is_contents_heading,
    is_contents_line,
    is_furniture,
    page_number_lines,
    repeated_lines,
)
from hankesalkku.ingest.recognise.labels import vocabulary
from hankesalkku.ingest.recognise.loose_names import name_cards
from hankesalkku.ingest.recognise.own_tables import is_own_table, own_heading, own_totals
from hankesalkku.ingest.recognise.printed_sums import stated_sums
from hankesalkku.ingest.recognise.project_list import card_of, find_list, spans_not_in_rows, totals_of
from hankesalkku.ingest.recognise.running_text import find_cards
from hankesalkku.ingest.recognise.tables import Table, spans_of, tables_of, text_of, visible

_RUNNING = (BlockKind.HEADER, BlockKind.FOOTER)


NO_TOTALS = RawTotals()


@dataclass(slots=True)
class _Found:
    """What is known while the tables are gone through."""

    cards: list[RawCard]
    furniture: list[Span]
    unread: list[Span]
    before: list[Span]
    names: list[Span] = field(default_factory=list)
    totals: RawTotals = NO_TOTALS
    known: frozenset[str] = frozenset()
    """What the cards say, so that what repeats it elsewhere is furniture."""


def recognise(document: SourceDocument) -> Recognition:
    """Find the cards of a document and say of every span of its text what it is."""
    found = _from_tables(document)
    if not found.cards:
        return _from_running_text(document)
    heading = _loose_blocks(document, found)
    return Recognition(
        cards=tuple(found.cards),
        heading=tuple(heading),
        furniture=tuple(found.furniture),
        unread=tuple(found.unread),
        language=language_of(document, found.cards),
        totals=found.totals,
    )


def _from_tables(document: SourceDocument) -> _Found:
    """Find cards in tables: two-column cards, else lists of projects; our own sums are set aside first."""
    found = _Found([], [], [], [])
    tables = tables_of(document)
    own, others = _parted(tables, lambda table: is_own_table(document, table))
    labelled = [card_table(document, table) for table in others]
    rest = [table for table, labels in zip(others, labelled, strict=True) if labels is None]
    in_tables = cards_in(document, [labels for labels in labelled if labels is not None])
    named = name_cards(document, in_tables.cards)
    found.cards, found.names = named.cards, named.names
    found.furniture += in_tables.form + named.ordinals
    found.unread += in_tables.unread
    if not found.cards:
        rest = [table for table in rest if not _take_list(document, found, table)]
    found.known = _known_texts(document, found.cards)
    for table in own:
        _take_own(document, found, table)
    for table in rest:
        _set_aside(document, found, table)
    return found


def _parted(tables: list[Table], belongs: Callable[[Table], bool]) -> tuple[list[Table], list[Table]]:
    """Part tables into those that belong and the others, each in their order."""
    verdicts = [belongs(table) for table in tables]
    inside, outside = (
        [table for table, verdict in zip(tables, verdicts, strict=True) if verdict is wanted]
        for wanted in (True, False)
    )
    return inside, outside


def _set_aside(document: SourceDocument, found: _Found, table: Table) -> None:
    """Take the sums that another table states; the rest of it was not read, unless it only repeats the cards."""
    stated = stated_sums(document, table, found.known)
    if stated.totals.sums and not found.totals.sums:
        found.totals = stated.totals
        found.furniture += spans_of(stated.cells)
        for cell in table.cells:
            if cell not in stated.cells:
                furniture = is_furniture(text_of(document, cell), found.known)
                (found.furniture if furniture else found.unread).append((cell.start, cell.end))
        return
    furniture = all(is_furniture(text_of(document, cell), found.known) for cell in table.cells)
    (found.furniture if furniture else found.unread).extend(spans_of(table.cells))


def _take_list(document: SourceDocument, found: _Found, table: Table) -> bool:
    """Take the projects of a list in a table; tell whether it holds one."""
    project_list = find_list(document, table)
    if project_list is None:
        return False
    found.cards += [card_of(document, project_list, row) for row in project_list.projects]
    found.totals = totals_of(project_list)
    bands = [row for row in project_list.above[-1:] if len(row) > 1 and any(cell.columns > 1 for cell in row)]
    found.furniture += [span for row in bands for span in spans_of(row)]
    found.before += [span for row in project_list.above if row not in bands for span in spans_of(row)]
    found.furniture += spans_not_in_rows(project_list)
    found.unread += [span for row in project_list.groups for span in spans_of(row)]
    return True


def _take_own(document: SourceDocument, found: _Found, table: Table) -> None:
    """Take the heading that our workbook keeps beside its sums; the rest of such a table is furniture."""
    heading = own_heading(document, table)
    found.before += heading
    if not found.totals.sums:
        found.totals = own_totals(document, table)
    found.furniture += [span for span in spans_of(table.cells) if span not in heading]


def _loose_blocks(document: SourceDocument, found: _Found) -> list[Span]:
    """Sort what stands outside tables: heading before the first card, furniture, and what was not read."""
    first = min(span[0] for card in found.cards for row in card.rows for span in (*row.label, *row.value))
    heading = list(found.before)
    taken = {end for _, end in found.names}
    blocks = [block for block in document.blocks if block.kind not in _RUNNING and visible(document, block)]
    repeated = repeated_lines(document, [((block.start, block.end), block.page) for block in blocks])
    in_contents = False
    for block in document.blocks:
        if block.kind is BlockKind.CELL or block.end in taken or not visible(document, block):
            continue
        text = text_of(document, block).strip()
        in_contents = is_contents_heading(text) or (in_contents and is_contents_line(text))
        is_running = block.kind in _RUNNING or (block.start, block.end) in repeated
        if is_running or in_contents or is_furniture(text, found.known):
            found.furniture.append((block.start, block.end))
        elif block.start < first:
            heading.append((block.start, block.end))
        else:
            found.unread.append((block.start, block.end))
    return heading


def _known_texts(document: SourceDocument, cards: list[RawCard]) -> frozenset[str]:
    """Give what the cards say, folded, with the pieces of paths and of period and phase apart, posts cut off."""
    known: set[str] = set()
    for card in cards:
        for row in card.rows:
            text = fold(" ".join(document.text[slice(*span)] for span in row.value))
            known.add(text)
            pieces = text.split("/")
            known.update(piece.strip() for piece in pieces)
            known.update(piece.partition(",")[0].strip() for piece in pieces)
            if row.key in MONEY_KEYS:
                known.add(text.partition("(")[0].strip())
    return frozenset(text for text in known if text and not text.isdigit())


def _from_running_text(document: SourceDocument) -> Recognition:
    """Read a document whose cards stand in running text."""
    blocks = [block for block in document.blocks if block.kind not in _RUNNING]
    running = [(b.start, b.end) for b in document.blocks if b.kind in _RUNNING and visible(document, b)]
    links = {(link.start, link.end) for link in document.links if link.in_text}
    lines = flow_lines(document, blocks, links)
    paged = [((line.start, line.end), line.page) for line in lines]
    furniture = repeated_lines(document, paged) | page_number_lines(document, paged)
    heading, cards = find_cards(document, flow_lines(document, blocks, links | furniture))
    return Recognition(
        cards=tuple(cards),
        heading=tuple((line.start, line.end) for line in heading) if cards else (),
        furniture=(*running, *sorted(furniture)),
        unread=() if cards else tuple((line.start, line.end) for line in heading),
        language=language_of(document, cards),
    )


def language_of(document: SourceDocument, cards: list[RawCard]) -> str:
    """Tell the language of most labels; Finnish where they do not tell."""
    languages = {entry.squashed: entry.language for entry in vocabulary()}
    counted: Counter[str] = Counter()
    for card in cards:
        for row in card.rows:
            label = squash(" ".join(document.text[slice(*span)] for span in row.label))
            if row.key in BY_KEY and label in languages:
                counted[languages[label]] += 1
    return counted.most_common(1)[0][0] if counted else _known_language(document.properties.language)


def _known_language(tag: str | None) -> str:
    """Take a language of ours from a tag such as `sv-FI` that a file claims for itself, else Finnish.

    >>> _known_language("sv-FI"), _known_language("de-DE")
    ('sv', 'fi')
    """
    language = (tag or "")[:2].casefold()
    return language if language in LANGUAGES else LANGUAGES[0]
