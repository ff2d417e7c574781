"""Our own tables of sums and findings, which are no data, and the heading that our workbook keeps beside them."""

from __future__ import annotations

from functools import cache

from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.core.values.text import fold
from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import RawTotals, Span
from hankesalkku.ingest.recognise.labels import match_label
from hankesalkku.ingest.recognise.tables import Table, text_of

HEADING_PARTS = ("organisation", "division", "title", "note", "date")
_SIGNS = ("share_percent", "column_severity", "column_place", "annex_findings_empty")
_ONLY_ON_CARDS = frozenset(
    {
        FieldKey.DESCRIPTION,
        FieldKey.RESPONSIBLE_PERSONS,
        FieldKey.PERIOD,
        FieldKey.STATUS,
        FieldKey.BUDGET_YEARS,
    }
)


@cache
def _words(*keys: str) -> dict[str, str]:
    """Give words of our form in all languages, folded, with their keys."""
    return {fold(Wording(language).say(f"report.{key}")): key for language in LANGUAGES for key in keys}


def is_own_table(document: SourceDocument, table: Table) -> bool:
    """Tell whether a table is a summary or an annex of our form: its words stand in it, and no label of a card alone.

    The annex names rows of cards in its cells, so its own headings decide for it. The workbook's own words for the
    parts of a heading are none (*Tilanne* names the day there, row 13 on a card).
    """
    texts = [fold(text_of(document, cell)) for cell in table.cells]
    signs = {_words(*_SIGNS)[text] for text in texts if text in _words(*_SIGNS)}
    if not signs:
        return False
    if signs - {"share_percent"}:
        return True
    heading_words = _words(*(f"heading_{part}" for part in HEADING_PARTS))
    matches = (match_label(text) for text in texts if text not in heading_words)
    return not any(match and not match.is_doubtful and match.entry.key in _ONLY_ON_CARDS for match in matches)


def own_heading(document: SourceDocument, table: Table) -> list[Span]:
    """Give the heading that our workbook keeps as `label | text`, in the order of a report's heading."""
    labels = _words(*(f"heading_{part}" for part in HEADING_PARTS))
    found: dict[str, Span] = {}
    for row in table.rows:
        part = labels.get(fold(text_of(document, row[0])))
        if part is not None and len(row) > 1:
            found.setdefault(part.removeprefix("heading_"), (row[1].start, row[1].end))
    return [found[part] for part in HEADING_PARTS if part in found]


def own_totals(document: SourceDocument, table: Table) -> RawTotals:
    """Give the sums that the last line of one of our summaries states: its columns are named by the line above all."""
    columns: dict[int, str] = {}
    totals: dict[str, Span] = {}
    for row in table.rows:
        named = {cell.column or 0: _words(*MONEY_KEYS).get(_column_name(document, cell)) for cell in row}
        if sum(1 for key in named.values() if key) == len(MONEY_KEYS):
            columns = {number: key for number, key in named.items() if key}
        elif fold(text_of(document, row[0])) in _words("total"):
            totals = {columns[c.column or 0]: (c.start, c.end) for c in row if (c.column or 0) in columns}
    return RawTotals(tuple(totals.items()))


def _column_name(document: SourceDocument, cell: Block) -> str:
    """Give a column's heading, folded, without the unit that our PDF puts there."""
    return fold(text_of(document, cell)).removesuffix("€").rstrip(" ,")
