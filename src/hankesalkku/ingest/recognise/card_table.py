"""Finds cards in two-column tables: label left, value right, one table or one run of rows a card.

A row without a label goes on with the row above (a cell cut by a page); a label whose other half stands in the next
row is joined. A label that fits no field makes an extra row, in its own words. Source: documents.md 1 and 2.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.core.values.text import fold_space
from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import How, RawCard, RawRow, Span
from hankesalkku.ingest.recognise.labels import Match, match_label
from hankesalkku.ingest.recognise.tables import Row, Table, spans_of, text_of

WIDTH_AT_MOST = 4
FIELDS_AT_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A table row with its label read: `match` is None where the label fits no field or there is none."""

    label: tuple[Block, ...]
    value: tuple[Block, ...]
    match: Match | None
    is_split: bool = False

    @property
    def key(self) -> str | None:
        """Give the field's key where the label is sure."""
        return self.match.entry.key.value if self.match and not self.match.is_doubtful else None


def is_card_table(document: SourceDocument, table: Table) -> bool:
    """Tell whether a table's first column holds labels of the card."""
    if table.width > WIDTH_AT_MOST:
        return False
    keys = {row.key for row in _labelled(document, table) if row.key}
    return len(keys) >= min(FIELDS_AT_LEAST, len(table.rows)) and bool(keys)


def cards_in(document: SourceDocument, tables: list[Table]) -> list[RawCard]:
    """Read the cards of tables that `is_card_table` accepts; a card may run on from one table to the next."""
    cards: list[list[RawRow]] = []
    for table in tables:
        for labelled in _labelled(document, table):
            _add(document, cards, labelled)
    return [RawCard(tuple(rows)) for rows in cards if rows]


def _labelled(document: SourceDocument, table: Table) -> list[_Labelled]:
    """Read the labels of a table, joining halves of a label that was cut."""
    first_column = min((cell.column or 0 for cell in table.cells), default=0)
    rows = [_split_row(document, row, first_column) for row in table.rows]
    joined: list[_Labelled] = []
    for row in rows:
        whole = _joined(document, joined[-1], row) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(row)
    return joined


def _split_row(document: SourceDocument, row: Row, first_column: int) -> _Labelled:
    label = tuple(cell for cell in row if cell.column == first_column)
    value = tuple(cell for cell in row if cell.column != first_column)
    match = match_label(_text(document, label)) if label else None
    return _Labelled(label, value, match)


def _text(document: SourceDocument, cells: tuple[Block, ...]) -> str:
    return " ".join(text_of(document, cell) for cell in cells)


def _joined(document: SourceDocument, above: _Labelled, row: _Labelled) -> _Labelled | None:
    """Join a row to the one above if it has no label, or its label is the other half of that one."""
    if not row.label:
        return replace(above, value=above.value + row.value)
    if not above.label or (row.key is not None and row.value):
        return None
    label = above.label + row.label
    whole = match_label(_text(document, label))
    if whole is None or whole.is_doubtful or ((above.key or row.key) and whole.certainty < 1.0):
        return None
    cut_by_page = above.label[-1].page != row.label[0].page
    return _Labelled(label, above.value + row.value, whole, is_split=cut_by_page and bool(above.value))


def _add(document: SourceDocument, cards: list[list[RawRow]], labelled: _Labelled) -> None:
    """Add a row to the card it belongs to: a name, or a field the card has already, begins the next."""
    row = _raw_row(document, labelled)
    current = cards[-1] if cards else None
    seen = {known.key for known in current or ()}
    starts = row.key == FieldKey.NAME and FieldKey.NAME in seen
    if current is None or starts or (row.key == FieldKey.NAME and len(seen) >= FIELDS_AT_LEAST):
        cards.append([row])
        return
    current.append(row)


def _raw_row(document: SourceDocument, labelled: _Labelled) -> RawRow:
    label, value = spans_of(labelled.label), spans_of(labelled.value)
    match = labelled.match
    if match is None or match.is_doubtful:
        return _extra_row(document, labelled, label, value)
    remarks = [RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK] if labelled.is_split else []
    if match.entry.is_approximate:
        remarks.append(RemarkCode.LABEL_APPROXIMATE)
    return RawRow(match.entry.key.value, label, value, match.how, match.certainty, tuple(remarks))


def _extra_row(
    document: SourceDocument, labelled: _Labelled, label: tuple[Span, ...], value: tuple[Span, ...]
) -> RawRow:
    """Keep a row whose label fits no field; a near miss is remarked, so that a person can say what it is."""
    key = EXTRA_PREFIX + fold_space(_text(document, labelled.label))
    remarks = (RemarkCode.LABEL_DOUBTFUL,) if labelled.match else ()
    certainty = labelled.match.certainty if labelled.match else 0.0
    return RawRow(key, label, value, How.EXTRA, certainty, remarks)
