"""Finds projects in a plain list: a header row of labels, under it one project a row.

A row of totals is no project; its sums are kept as what the document states. Columns that fit no field become extra
rows. Source: the shadow lists of practice.md 1, requirements D80 (column unit).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.card.fields import BY_KEY, MONEY_KEYS, FieldKey
from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.core.values.text import fold, fold_space
from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import How, RawCard, RawRow, RawTotals, Span
from hankesalkku.ingest.recognise.labels import Match, match_label
from hankesalkku.ingest.recognise.split_columns import JOINTS, Part, part_of_field
from hankesalkku.ingest.recognise.tables import Row, Table, text_of

FIELDS_AT_LEAST = 3
HEADER_WITHIN_ROWS = 12
_OUR_CSV = {"name", "gross_income_text", "municipal_share_text"}
_TOTAL = re.compile(
    r"(yhteensä|summa|kaikki yhteensä|totalt|summa|sammanlagt|total|sum)\b[ :]*", re.IGNORECASE
)
_ORDINAL_HEADINGS = ("nro", "nro.", "nr", "nr.", "no", "no.", "n:o", "#")
_GROUP = re.compile(
    r"\w*(?:hankkeet|projektit|projekten|projects|päättyneet|käynnissä|vireillä)\b", re.IGNORECASE
)
_THOUSANDS = re.compile(r"1[ .\u00a0]?000\s*(€|euro|eur)|\bt\s?(€|eur)\b", re.IGNORECASE)


class Role(Enum):
    """What a column of the list is for."""

    FIELD = "field"
    PARTS = "parts"
    """The named parts of a sum, beside it as in our workbook."""
    MACHINE = "machine"
    """A value that stands in another column too, as in our CSV."""
    PIECE = "piece"
    """A part of a field: a start, an end, a decision's date or number."""
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: its header cell, its role, the field it belongs to, cents of one of its units."""

    cell: Block
    role: Role
    key: FieldKey | None = None
    match: Match | None = None
    unit_cents: int = 100
    piece: Part | None = None


@dataclass(frozen=True, slots=True)
class ProjectList:
    """A list found in a table: the rows above its header, the columns by number, projects and totals."""

    above: tuple[Row, ...]
    columns: dict[int, Column]
    projects: tuple[Row, ...]
    total_rows: tuple[Row, ...]
    groups: tuple[Row, ...] = ()


def find_list(document: SourceDocument, table: Table) -> ProjectList | None:
    """Find the list in a table: the first row with at least three labels of different fields, the name among them."""
    for index, row in enumerate(table.rows[:HEADER_WITHIN_ROWS]):
        columns = _columns(document, row)
        keys = {column.key for column in columns.values() if column.role in (Role.FIELD, Role.PIECE)}
        if len(keys) >= FIELDS_AT_LEAST and FieldKey.NAME in keys:
            return _list(document, table, index, columns)
    return None


def _columns(document: SourceDocument, header: Row) -> dict[int, Column]:
    """Match the header's labels; of two columns for one field the first keeps it, the second is an extra row."""
    texts = {cell.column or 0: text_of(document, cell).strip() for cell in header}
    is_our_csv = set(texts.values()) >= _OUR_CSV
    columns: dict[int, Column] = {}
    for cell in header:
        text = texts[cell.column or 0]
        column = _our_column(cell, text) if is_our_csv else _column(cell, text)
        taken = {known.key for known in columns.values() if known.role is Role.FIELD}
        if column.role is Role.FIELD and column.key in taken:
            column = Column(cell, Role.EXTRA)
        columns[cell.column or 0] = column
    return columns


def _column(cell: Block, text: str) -> Column:
    if fold(text) in _parts_labels():
        return Column(cell, Role.PARTS, _parts_labels()[fold(text)])
    if (piece := part_of_field(text)) is not None:
        return Column(cell, Role.PIECE, piece[0], piece=piece[1])
    if fold(text) in _ORDINAL_HEADINGS:
        return Column(cell, Role.MACHINE)
    match = match_label(text)
    if match is None or match.is_doubtful:
        return Column(cell, Role.EXTRA)
    unit = 100_000 if _THOUSANDS.search(text) else 100
    return Column(cell, Role.FIELD, match.entry.key, match, unit)


def _our_column(cell: Block, name: str) -> Column:
    """A column of our CSV: a field's printed form stands under its key, a sum's under its key with `_text`."""
    key = name.removesuffix("_text")
    if key in BY_KEY and (name == key) != (key in MONEY_KEYS):
        return Column(cell, Role.FIELD, FieldKey(key), match_label(key))
    return Column(cell, Role.EXTRA if name.startswith(EXTRA_PREFIX) else Role.MACHINE)


@cache
def _parts_labels() -> dict[str, FieldKey]:
    """Give the headings of our workbook's columns of parts, folded, in all languages."""
    return {
        fold(Wording(language).say("report.parts_of", label=BY_KEY[key].label(language))): key
        for language in LANGUAGES
        for key in MONEY_KEYS
    }


def _list(document: SourceDocument, table: Table, index: int, columns: dict[int, Column]) -> ProjectList:
    body = [row for row in table.rows[index + 1 :] if not _repeats_header(document, row, columns)]
    name_column = next(number for number, column in columns.items() if column.key is FieldKey.NAME)
    projects: list[Row] = []
    totals: list[Row] = []
    groups: list[Row] = []
    for number, row in enumerate(body):
        if _is_group(document, body, number):
            groups.append(row)
        else:
            (totals if _is_total(document, row, name_column) else projects).append(row)
    return ProjectList(table.rows[:index], columns, tuple(projects), tuple(totals), tuple(groups))


def _is_group(document: SourceDocument, body: list[Row], number: int) -> bool:
    """Tell whether a row is the heading of a group: one text that says so, and projects under it."""
    row = body[number]
    is_alone = len(row) == 1 and number + 1 < len(body) and len(body[number + 1]) > 1
    return is_alone and row[0].number is None and _GROUP.search(text_of(document, row[0])) is not None


def _repeats_header(document: SourceDocument, row: Row, columns: dict[int, Column]) -> bool:
    return all(
        cell.column in columns
        and fold_space(text_of(document, cell)) == fold_space(text_of(document, columns[cell.column].cell))
        for cell in row
    )


def _is_total(document: SourceDocument, row: Row, name_column: int) -> bool:
    """A row is a total if its first text or its name says so, or it has no name and no more than sums."""
    for cell in row:
        text = text_of(document, cell).strip()
        if cell is not row[0] and cell.column != name_column:
            continue
        if _TOTAL.fullmatch(text) or (_TOTAL.match(text) and len(row) <= len(MONEY_KEYS) + 2):
            return True
    return all(cell.column != name_column for cell in row) and all(cell.number is not None for cell in row)


def card_of(document: SourceDocument, found: ProjectList, row: Row) -> RawCard:
    """Make a card of a row of the list; a cell beyond the header's columns is an extra row without a label."""
    parts = {
        column.key: (cell.start, cell.end)
        for cell in row
        if (column := found.columns.get(cell.column or 0)) and column.role is Role.PARTS
    }
    rows = (_raw_row(document, found.columns.get(cell.column or 0), cell) for cell in row)
    read = [_with_parts(raw, parts) for raw in rows if raw is not None]
    return RawCard(
        tuple(_with_pieces(read, [(found.columns[c.column or 0], c) for c in row if _is_piece(found, c)]))
    )


def _is_piece(found: ProjectList, cell: Block) -> bool:
    column = found.columns.get(cell.column or 0)
    return column is not None and column.role is Role.PIECE


def _with_pieces(rows: list[RawRow], pieces: list[tuple[Column, Block]]) -> list[RawRow]:
    """Join the pieces of a field to its row, or make its row of them."""
    pieces.sort(key=lambda pair: pair[0].piece or 0)
    for key, joint in JOINTS.items():
        own = [pair for pair in pieces if pair[0].key is key]
        if not own:
            continue
        before = next((row for row in rows if row.key == key), RawRow(key.value, (), (), How.SYNONYM))
        label = (*before.label, *((column.cell.start, column.cell.end) for column, _ in own))
        value = (*before.value, *((cell.start, cell.end) for _, cell in own))
        joined = replace(before, label=label, value=value, joint=joint if not before.value else " ")
        rows = [row for row in rows if row is not before] + [joined]
    return rows


def _with_parts(raw: RawRow, parts: dict[FieldKey | None, Span]) -> RawRow:
    span = next((span for key, span in parts.items() if key == raw.key), None)
    return raw if span is None else replace(raw, parts=(span,))


def _raw_row(document: SourceDocument, column: Column | None, cell: Block) -> RawRow | None:
    value: tuple[Span, ...] = ((cell.start, cell.end),)
    number = cell.number.value if cell.number else None
    if column is None:
        return RawRow(EXTRA_PREFIX, (), value, How.EXTRA, 0.0, number=number)
    label: tuple[Span, ...] = ((column.cell.start, column.cell.end),)
    if column.role is Role.EXTRA:
        name = fold_space(text_of(document, column.cell)).removeprefix(EXTRA_PREFIX)
        return RawRow(EXTRA_PREFIX + name, label, value, How.EXTRA, 0.0, number=number)
    match = column.match
    if column.role is not Role.FIELD or match is None:
        return None
    key = match.entry.key.value
    return RawRow(key, label, value, match.how, match.certainty, unit_cents=column.unit_cents, number=number)


def spans_not_in_rows(found: ProjectList) -> list[Span]:
    """Give the spans of the list that are in no card: totals, machine columns, headings of empty columns."""
    used = {cell.column for row in found.projects for cell in row}
    spans = [(cell.start, cell.end) for row in found.total_rows for cell in row]
    for number, column in found.columns.items():
        if column.role in (Role.MACHINE, Role.PARTS) or number not in used:
            spans.append((column.cell.start, column.cell.end))
    machine = {number for number, column in found.columns.items() if column.role is Role.MACHINE}
    spans += [(cell.start, cell.end) for row in found.projects for cell in row if cell.column in machine]
    return spans


def totals_of(found: ProjectList) -> RawTotals:
    """Give the sums that the last row of totals states."""
    if not found.total_rows:
        return RawTotals()
    sums = [
        (column.match.entry.key.value, (cell.start, cell.end))
        for cell in found.total_rows[-1]
        if (column := found.columns.get(cell.column or 0))
        and column.match
        and column.match.entry.key in MONEY_KEYS
    ]
    return RawTotals(tuple(sums))
