"""The implementation period is missing (*toteutusaika puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.rows import has_invalid_date, is_missing, is_only_at, text_of
from hankesalkku.core.values.phase import EARLY_PHASES, Phase

_SILENT = EARLY_PHASES | {Phase.WITHDRAWN}


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose row 5 is empty or holds no date, not even an invalid one."""
    for index, card in context.numbered:
        if card.period is not None or is_only_at(card, _SILENT) or has_invalid_date(card, FieldKey.PERIOD):
            continue
        if card.row(FieldKey.PERIOD) is not None or is_missing(context, card, FieldKey.PERIOD):
            yield found(
                RULE,
                (index,),
                FieldKey.PERIOD,
                evidence=text_of(card, FieldKey.PERIOD),
                places=row_places(card, FieldKey.PERIOD),
            )


RULE = Rule(
    code="period-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD,),
    source="findings.md 1",
    check=check,
)
