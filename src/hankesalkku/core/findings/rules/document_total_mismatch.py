"""A printed total is not what the cards make (*painettu yhteissumma ei täsmää*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Label, Scope, Severity
from hankesalkku.core.findings.signs.totals import computed_totals
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.values.money import Amount

_NAMED = 3


def check(context: Context) -> Iterator[Finding]:
    """Report each printed total that differs by at least 1 €; with an unread card it is a warning, "at least"."""
    printed = context.document.totals
    stated = (printed.gross_income_cents, printed.gross_expenditure_cents, printed.municipal_share_cents)
    rounding = context.thresholds.rounding_cents
    totals = computed_totals(context.cards)
    for key, cents in zip(MONEY_KEYS, stated, strict=True):
        computed = totals[key]
        if cents is None or abs(cents - computed.cents) < rounding:
            continue
        yield found(
            RULE,
            (),
            key,
            evidence=f"{format_cents(cents)} / {format_cents(computed.cents)}",
            places=printed.places,
            severity=Severity.WARNING if computed.unread else None,
            threshold=Amount(rounding),
            variant="at-least" if computed.unread else None,
            row=Label(key),
            printed=Amount(cents),
            computed=Amount(computed.cents),
            largest=tuple(str(index + 1) for index in computed.by_size[:_NAMED]),
        )


RULE = Rule(
    code="document-total-mismatch",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    fields=MONEY_KEYS,
    source="findings.md 7",
    check=check,
)
