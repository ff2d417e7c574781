"""A sum lacks its unit on a card where others have one (*yksikkö puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.remarks import first_remarked
from hankesalkku.core.findings.signs.sums import has_digits, money_rows
from hankesalkku.core.values.money import Amount
from hankesalkku.core.values.reading import RemarkCode


def check(context: Context) -> Iterator[Finding]:
    """Report each sum of at least the threshold (1 000 €) without €, *euroa* or EUR."""
    least = context.thresholds.unit_missing_from_cents
    for hit in first_remarked(context, MONEY_KEYS, RemarkCode.AMOUNT_UNIT_MISSING):
        money = hit.card.money(hit.key)
        if money is not None and abs(money.total_cents) >= least and _has_units(hit.card):
            yield found(
                RULE,
                (hit.index,),
                hit.key,
                evidence=hit.remark.text,
                places=row_places(hit.card, hit.key),
                threshold=Amount(least),
                value=hit.remark.text,
            )


def _has_units(card: Card) -> bool:
    return any(
        has_digits(row.text) and not row.has(RemarkCode.AMOUNT_UNIT_MISSING) for _, row in money_rows(card)
    )


RULE = Rule(
    code="amount-unit-missing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
