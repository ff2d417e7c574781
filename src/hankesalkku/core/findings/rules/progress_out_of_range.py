"""A progress below 0 or above 100 per cent (*etenemä alle 0 tai yli 100 %*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Percent, Scope, Severity

_FULL_TENTHS = 1000


def check(context: Context) -> Iterator[Finding]:
    """Report each such percentage of expenditure: below 0 a warning, above 100 a note that the budget is exceeded."""
    for index, card in context.numbered:
        tenths = card.progress_tenths
        if tenths is None or 0 <= tenths <= _FULL_TENTHS:
            continue
        is_above = tenths > _FULL_TENTHS
        yield found(
            RULE,
            (index,),
            FieldKey.STATUS,
            evidence=card.status or "",
            places=row_places(card, FieldKey.STATUS),
            severity=Severity.NOTE if is_above else Severity.WARNING,
            variant="above" if is_above else None,
            value=Percent(10 * tenths),
        )


RULE = Rule(
    code="progress-out-of-range",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.STATUS,),
    source="findings.md 2; practice.md 5",
    check=check,
)
