"""Sums of all cards that a report prints in a table of its own, before or after its cards.

Either a row a sum (`Bruttotulot yhteensä | 230 600 €`), or a list of the projects with a last row of totals. A wording
whose quantity may differ is not believed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.text import fold
from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import RawTotals, Span
from hankesalkku.ingest.recognise.labels import match_label
from hankesalkku.ingest.recognise.project_list import find_list, totals_of
from hankesalkku.ingest.recognise.tables import Row, Table, text_of

_ALL = re.compile(r"\b(?:yhteensä|kaikki hankkeet|totalt|sammanlagt|in total|total)\b", re.IGNORECASE)


NOTHING_STATED = RawTotals()


@dataclass(frozen=True, slots=True)
class StatedSums:
    """The sums of a table, and the cells that only say which sums they are."""

    totals: RawTotals = NOTHING_STATED
    cells: tuple[Block, ...] = ()


def stated_sums(document: SourceDocument, table: Table, known: frozenset[str]) -> StatedSums:
    """Give the sums that a table states; `known` are the texts of the cards, which a list must only repeat."""
    found = find_list(document, table)
    if found is not None:
        names = (fold(text_of(document, row[0])) for row in found.projects)
        headings = tuple(column.cell for column in found.columns.values())
        rows = tuple(cell for row in found.total_rows for cell in row)
        return (
            StatedSums(totals_of(found), headings + rows)
            if all(name in known for name in names)
            else StatedSums()
        )
    sums: dict[str, Span] = {}
    cells: list[Block] = []
    for row in table.rows:
        if (stated := _stated(document, row)) and stated[0] not in sums:
            sums[stated[0]] = stated[1]
            cells += row
    return StatedSums(RawTotals(tuple(sums.items())), tuple(cells))


def _stated(document: SourceDocument, row: Row) -> tuple[str, Span] | None:
    if len(row) != 2 or not _ALL.search(text_of(document, row[0])):
        return None
    match = match_label(_ALL.sub("", text_of(document, row[0])).strip(" :"))
    money = read_money(text_of(document, row[1])).value
    if match is None or match.is_doubtful or match.entry.is_approximate or money is None:
        return None
    key = match.entry.key
    return (key.value, (row[1].start, row[1].end)) if key in MONEY_KEYS else None
