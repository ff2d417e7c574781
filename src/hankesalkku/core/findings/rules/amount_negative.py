"""A sum is below zero (*negatiivinen summa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Label, Scope, Severity
from hankesalkku.core.findings.signs.sums import total
from hankesalkku.core.values.money import Amount


def check(context: Context) -> Iterator[Finding]:
    """Report each sum below zero; "−0" is none."""
    for index, card in context.numbered:
        for key in MONEY_KEYS:
            cents = total(card, key)
            if cents is not None and cents < 0:
                row = card.row(key)
                yield found(
                    RULE,
                    (index,),
                    key,
                    evidence=row.text if row else str(cents),
                    places=row_places(card, key),
                    row=Label(key),
                    value=Amount(cents),
                )


RULE = Rule(
    code="amount-negative",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
