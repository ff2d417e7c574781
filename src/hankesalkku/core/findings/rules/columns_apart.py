"""The columns of a table came into a text one after the other (*sarakkeet erillään*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import BY_KEY
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity

_ROWS_AT_LEAST = 8
_HEAP_LETTERS = 150


def check(context: Context) -> Iterator[Finding]:
    """Report a text of which at least half the rows are empty while another holds their contents in a heap."""
    source = context.document.source
    rows = [row for card in context.cards for row in card.rows if row.key in BY_KEY]
    empty = sum(1 for row in rows if not row.text.strip())
    if source is None or source.format != "text" or len(rows) < _ROWS_AT_LEAST or 2 * empty < len(rows):
        return
    heap = max(rows, key=lambda row: len(row.text))
    if len(heap.text) >= _HEAP_LETTERS:
        evidence = heap.text[:60]
        yield found(
            RULE, (), DOCUMENT_FIELD, evidence=evidence, places=heap.places, rows=len(rows), empty=empty
        )


RULE = Rule(
    code="columns-apart",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7; documents.md 1",
    check=check,
)
