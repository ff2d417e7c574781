"""A sum was read from millions or a column in thousands (*summa kerrottiin*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.remarks import first_remarked
from hankesalkku.core.findings.signs.sums import noted_amount
from hankesalkku.core.values.money import Amount
from hankesalkku.core.values.reading import RemarkCode


def check(context: Context) -> Iterator[Finding]:
    """Report the first scaled sum of each row with what it was read as."""
    for hit in first_remarked(context, MONEY_KEYS, RemarkCode.AMOUNT_SCALED):
        money = hit.card.money(hit.key)
        amount = noted_amount(hit.remark) or (Amount(money.total_cents) if money else None)
        if amount is not None:
            yield found(
                RULE,
                (hit.index,),
                hit.key,
                evidence=hit.remark.text,
                places=row_places(hit.card, hit.key),
                value=hit.remark.text,
                amount=amount,
            )


RULE = Rule(
    code="amount-scaled",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5; D80",
    check=check,
    is_import_remark=True,
)
