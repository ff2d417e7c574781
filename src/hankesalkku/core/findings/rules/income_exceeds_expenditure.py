"""Income is larger than expenditure (*tulot ylittävät menot*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import total
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.values.money import Amount

_FIELDS = (FieldKey.GROSS_INCOME, FieldKey.GROSS_EXPENDITURE)


def check(context: Context) -> Iterator[Finding]:
    """Report income at least 1 € above expenditure; without a share `sum-mismatch` leaves the card to this rule."""
    rounding = context.thresholds.rounding_cents
    for index, card in context.numbered:
        income, expenditure = total(card, FieldKey.GROSS_INCOME), total(card, FieldKey.GROSS_EXPENDITURE)
        if income is not None and expenditure is not None and income - expenditure >= rounding:
            yield found(
                RULE,
                (index,),
                FieldKey.GROSS_INCOME,
                evidence=f"{format_cents(income)} > {format_cents(expenditure)}",
                places=row_places(card, *_FIELDS),
                suggestions=(format_cents(expenditure), format_cents(income)),
                threshold=Amount(rounding),
                income=Amount(income),
                expenditure=Amount(expenditure),
            )


RULE = Rule(
    code="income-exceeds-expenditure",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 5",
    check=check,
)
