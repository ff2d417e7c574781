"""The municipality's decision is missing (*kaupungin päätös puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.rows import is_missing, is_only_at, text_of
from hankesalkku.core.values.phase import EARLY_PHASES


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose row 7 is empty; ideas and applications need no decision yet."""
    for index, card in context.numbered:
        if is_missing(context, card, FieldKey.MUNICIPAL_DECISION) and not is_only_at(card, EARLY_PHASES):
            yield found(
                RULE,
                (index,),
                FieldKey.MUNICIPAL_DECISION,
                evidence=text_of(card, FieldKey.MUNICIPAL_DECISION),
                places=row_places(card, FieldKey.MUNICIPAL_DECISION),
            )


RULE = Rule(
    code="city-decision-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3",
    check=check,
)
