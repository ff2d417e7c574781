"""A row stands twice on one card with different values (*rivi on kahdesti*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import BY_KEY, FIELDS
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Label, Scope, Severity
from hankesalkku.core.values.text import fold


def check(context: Context) -> Iterator[Finding]:
    """Report each row of a card once with its different values; the same value twice is in order."""
    for index, card in context.numbered:
        for key, rows in _by_key(card).items():
            values = {fold(row.text): row.text for row in reversed(rows) if row.text.strip()}
            if len(values) < 2:
                continue
            texts = tuple(reversed(values.values()))
            yield found(
                RULE,
                (index,),
                key,
                evidence=" · ".join(texts),
                places=tuple(place for row in rows for place in row.places),
                suggestions=texts,
                label=Label(key) if key in BY_KEY else rows[0].label or key,
                values=texts,
            )


def _by_key(card: Card) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in card.rows:
        rows.setdefault(row.key, []).append(row)
    return rows


RULE = Rule(
    code="row-repeated",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=tuple(field.key for field in FIELDS),
    source="findings.md 7",
    check=check,
)
