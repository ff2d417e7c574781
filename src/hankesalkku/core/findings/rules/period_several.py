"""Row 5 holds several periods (*useita jaksoja*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import periods, written
from hankesalkku.core.findings.signs.rows import text_of


def check(context: Context) -> Iterator[Finding]:
    """Report each card with two or more periods."""
    for index, card in context.numbered:
        several = periods(card)
        if len(several) > 1:
            yield found(
                RULE,
                (index,),
                FieldKey.PERIOD,
                evidence=text_of(card, FieldKey.PERIOD) or written(*several),
                places=row_places(card, FieldKey.PERIOD),
                count=len(several),
                value=several,
            )


RULE = Rule(
    code="period-several",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD,),
    source="findings.md 1; D81",
    check=check,
)
