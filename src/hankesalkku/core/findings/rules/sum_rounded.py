"""Expenditure misses income and share by cents (*pyöristysero*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import sums
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.values.money import Amount


def check(context: Context) -> Iterator[Finding]:
    """Report a difference of 0,01–0,99 €."""
    rounding = context.thresholds.rounding_cents
    for index, card in context.numbered:
        three = sums(card)
        if three is not None and 0 < abs(three.gap) < rounding:
            yield found(
                RULE,
                (index,),
                FieldKey.GROSS_EXPENDITURE,
                evidence=format_cents(three.gap),
                places=row_places(card, *MONEY_KEYS),
                threshold=Amount(rounding),
                difference=Amount(three.gap),
            )


RULE = Rule(
    code="sum-rounded",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
    is_import_remark=True,
)
