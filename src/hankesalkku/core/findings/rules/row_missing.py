"""A card lacks a row that the others have (*rivi puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FIELDS
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Label, Scope, Severity


def check(context: Context) -> Iterator[Finding]:
    """Report each of the fourteen rows that at least half of the cards have and this one has not."""
    for field in FIELDS:
        having = {index for index, card in context.numbered if card.row(field.key) is not None}
        if 2 * len(having) < len(context.cards):
            continue
        for index, _ in context.numbered:
            if index not in having:
                yield found(RULE, (index,), field.key, evidence="", label=Label(field.key))


RULE = Rule(
    code="row-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=tuple(field.key for field in FIELDS),
    source="findings.md 7",
    check=check,
)
