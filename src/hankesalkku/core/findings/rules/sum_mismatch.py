"""Expenditure is not income and share together (*menot eivät täsmää*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import (
    Sums,
    further_funding,
    has_doubtful_label,
    is_exact,
    is_one_funders_part,
    money_rows,
    sums,
    sums_but_one,
)
from hankesalkku.core.values.money import Amount


def check(context: Context) -> Iterator[Finding]:
    """Report a card whose three known sums miss each other by at least 1 €.

    Silent where income is one funder's part only or another row of funding is the difference, and where income
    exceeds expenditure without any share (`income-exceeds-expenditure`). A doubtful label or a sum that is only
    approximate makes it a warning.
    """
    rounding = context.thresholds.rounding_cents
    for index, card in context.numbered:
        three = sums(card)
        if three is None or abs(three.gap) < rounding or (three.share == 0 and three.gap < 0):
            continue
        if three.gap in further_funding(card) or is_one_funders_part(card.row(FieldKey.GROSS_INCOME)):
            continue
        is_doubtful = any(has_doubtful_label(row) for _, row in money_rows(card))
        yield found(
            RULE,
            (index,),
            FieldKey.GROSS_EXPENDITURE,
            evidence=_evidence(card),
            places=row_places(card, *MONEY_KEYS),
            severity=Severity.WARNING if is_doubtful or _is_loose(card) else None,
            suggestions=tuple(sum_ for key in MONEY_KEYS for sum_ in sums_but_one(card, key)),
            threshold=Amount(rounding),
            variant="other-funding" if is_doubtful else _impossible(three),
            income=Amount(three.income),
            expenditure=Amount(three.expenditure),
            share=Amount(three.share),
            difference=Amount(three.gap),
            balancing_income=Amount(three.expenditure - three.share),
            balancing_expenditure=Amount(three.income + three.share),
            balancing_share=Amount(three.expenditure - three.income),
        )


def _impossible(three: Sums) -> str | None:
    """Name the sum that cannot be the wrong one, because it would have to be negative."""
    if three.income > three.expenditure:
        return "not-share"
    return "not-income" if three.share > three.expenditure else None


def _is_loose(card: Card) -> bool:
    return not all(is_exact(row) for _, row in money_rows(card))


def _evidence(card: Card) -> str:
    return " · ".join(row.text for _, row in money_rows(card))


RULE = Rule(
    code="sum-mismatch",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5; practice.md 5",
    check=check,
)
