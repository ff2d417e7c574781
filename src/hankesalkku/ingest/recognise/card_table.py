"""Finds cards in tables of label and value: one table or one run of rows a card.

A name begins a card, and so does the field that the card before began with. A row without label or value at a card's
beginning is its name; before a named card it is a group's heading. A label that fits no field makes an extra row, in
its own words. Source: documents.md 1 and 2.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.core.values.text import fold_space
from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import How, RawCard, RawRow, Span
from hankesalkku.ingest.recognise.card_rows import FIELDS_AT_LEAST, LabelledRow, LabelledTable, labelled_table
from hankesalkku.ingest.recognise.tables import Table, spans_of, text_of

WIDTH_AT_MOST = 4
_ROWS_AHEAD = 12


@dataclass(slots=True)
class TableCards:
    """The cards of some tables, and the cells that belong to none: the form's own words, and what was not read."""

    cards: list[RawCard] = field(default_factory=list)
    form: list[Span] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)


def card_table(document: SourceDocument, table: Table) -> LabelledTable | None:
    """Read the labels of a table; None if none of its columns holds labels of the card."""
    if not 1 <= table.width <= WIDTH_AT_MOST:
        return None
    labelled = labelled_table(document, table)
    if table.width == 1:
        # A single column of nothing but labels: rows of a card left empty.
        return labelled if all(row.key for row in labelled.rows) else None
    return labelled if len(labelled.keys) >= min(FIELDS_AT_LEAST, len(table.rows)) else None


def cards_in(document: SourceDocument, labelled: list[LabelledTable]) -> TableCards:
    """Read the cards of tables that `card_table` read; a card may run on from one table to the next."""
    found = TableCards()
    _sort_margin(document, [cell for table in labelled for cell in table.margin], found)
    rows = [row for table in labelled for row in table.rows]
    firsts = {id(table.rows[0]) for table in labelled if table.rows}
    headers = _headers(document, rows)
    cards: list[list[LabelledRow]] = []
    for index, row in enumerate(rows):
        if id(row) in headers:
            found.form += spans_of((*row.label, *row.value))
        elif row.key is None and _is_group_heading(rows, index):
            found.unread += spans_of(row.label)
        elif not cards or _begins_card(cards[-1], rows, index, is_first=id(row) in firsts):
            cards.append([row])
        else:
            cards[-1].append(row)
    found.cards = [RawCard(tuple(_raw_rows(document, card))) for card in cards]
    return found


def _sort_margin(document: SourceDocument, cells: list[Block], found: TableCards) -> None:
    """Sort what stands left of the labels: numbers and words that recur are the form's, the rest was not read."""
    texts = Counter(fold_space(text_of(document, cell)) for cell in cells)
    for cell in cells:
        text = fold_space(text_of(document, cell))
        is_form = texts[text] > 1 or text.strip(" .)").isdigit()
        (found.form if is_form else found.unread).append((cell.start, cell.end))


_HEADER_WORDS = frozenset(
    "kohta rivi kenttä otsikko selite tieto tiedot sisältö arvo vastaus punkt rad fält rubrik uppgift uppgifter "
    "innehåll värde svar item row field heading information content value answer".split()
)


def _headers(document: SourceDocument, rows: list[LabelledRow]) -> set[int]:
    """Find the rows that name the columns (`Kohta | Tieto`) right before a card's name."""
    found = set()
    for row, below in pairwise(rows):
        words = [fold_space(text_of(document, cell)).casefold() for cell in (*row.label, *row.value)]
        if row.key is None and row.value and below.key == FieldKey.NAME and _HEADER_WORDS.issuperset(words):
            found.add(id(row))
    return found


def _is_group_heading(rows: list[LabelledRow], index: int) -> bool:
    """Tell whether a row without value stands right before a card's name."""
    return not rows[index].value and index + 1 < len(rows) and rows[index + 1].key == FieldKey.NAME


def _begins_card(card: list[LabelledRow], rows: list[LabelledRow], index: int, *, is_first: bool) -> bool:
    """Tell whether a row begins the next card; `is_first` in its table."""
    row = rows[index]
    keys = [known.key for known in card if known.key]
    if row.key == FieldKey.NAME:
        return FieldKey.NAME in keys or len(set(keys)) >= FIELDS_AT_LEAST
    if row.key is not None:
        return _repeats(keys, rows, index) and not _is_nameless(card)
    below = rows[index + 1].key if index + 1 < len(rows) else None
    if not row.value and below is not None and _repeats(keys, rows, index + 1):
        return True
    return is_first and len(set(keys)) >= FIELDS_AT_LEAST and _leads_to_name(rows, index)


def _is_nameless(card: list[LabelledRow]) -> bool:
    """Tell whether a card so far is only a name without label."""
    return len(card) == 1 and card[0].key is None


def _repeats(keys: list[str], rows: list[LabelledRow], index: int) -> bool:
    """Tell whether the field that the card began with comes again, and more of its fields after it."""
    fields = [key for key in keys if key != FieldKey.NAME]
    below = _next_key(rows, index + 1)
    return bool(fields) and rows[index].key == fields[0] and (below is None or below in fields)


def _leads_to_name(rows: list[LabelledRow], index: int) -> bool:
    """Tell whether only unknown labels stand between a row and the next card's name."""
    return _next_key(rows, index) == FieldKey.NAME


def _next_key(rows: list[LabelledRow], index: int) -> str | None:
    """Give the first sure field from a row on, a few rows ahead at most."""
    return next((row.key for row in rows[index : index + _ROWS_AHEAD] if row.key), None)


def _raw_rows(document: SourceDocument, card: list[LabelledRow]) -> list[RawRow]:
    """Make raw rows; a first row without value, in a card that has no other name, is the name."""
    has_name = any(row.key == FieldKey.NAME for row in card)
    first = card[0]
    if has_name or first.key or first.value or not first.label or len(card) == 1:
        return [_raw_row(document, row) for row in card]
    return [name_row(spans_of(first.label)), *(_raw_row(document, row) for row in card[1:])]


def name_row(value: tuple[Span, ...]) -> RawRow:
    """Make the row of a name that stands without a label, with its remark."""
    return RawRow(FieldKey.NAME.value, (), value, How.SIMILAR, 0.5, (RemarkCode.LABEL_MISSING,))


def _raw_row(document: SourceDocument, row: LabelledRow) -> RawRow:
    label, value = spans_of(row.label), spans_of(row.value)
    match = row.match
    if match is None or match.is_doubtful:
        return _extra_row(document, row, label, value)
    remarks = [RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK] if row.is_split else []
    if match.entry.is_approximate:
        remarks.append(RemarkCode.LABEL_APPROXIMATE)
    return RawRow(match.entry.key.value, label, value, match.how, match.certainty, tuple(remarks))


def _extra_row(
    document: SourceDocument, row: LabelledRow, label: tuple[Span, ...], value: tuple[Span, ...]
) -> RawRow:
    """Keep a row whose label fits no field; a near miss is remarked, so that a person can say what it is."""
    text = " ".join(text_of(document, cell) for cell in row.label)
    remarks = (RemarkCode.LABEL_DOUBTFUL,) if row.match else ()
    certainty = row.match.certainty if row.match else 0.0
    return RawRow(EXTRA_PREFIX + fold_space(text), label, value, How.EXTRA, certainty, remarks)
