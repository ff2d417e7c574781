"""A body decided on a Saturday or a public holiday (*kokous pyhäpäivänä*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity, Word
from hankesalkku.core.findings.signs.decisions import municipal_decisions
from hankesalkku.core.findings.signs.holidays import holiday_of
from hankesalkku.core.findings.signs.periods import written


def check(context: Context) -> Iterator[Finding]:
    """Report the first such decision of each card; a Sunday is left to `meeting-on-sunday`."""
    for index, card in context.numbered:
        for decision in municipal_decisions(card):
            day = decision.date.exact if decision.date and not decision.by_office_holder else None
            holiday = holiday_of(day) if day is not None else None
            if day is not None and holiday is not None:
                yield found(
                    RULE,
                    (index,),
                    FieldKey.MUNICIPAL_DECISION,
                    evidence=written(day),
                    places=row_places(card, FieldKey.MUNICIPAL_DECISION),
                    date=day,
                    holiday=Word(holiday),
                )
                break


RULE = Rule(
    code="meeting-on-holiday",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3; D72",
    check=check,
)
