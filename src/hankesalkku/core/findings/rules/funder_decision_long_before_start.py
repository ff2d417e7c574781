"""The funder decided long before the start (*rahoittajan päätös kauan ennen alkua*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import exact_start, written


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose funder decided more days before the start than the threshold, both known to the day."""
    limit = context.thresholds.funder_decision_before_start_days
    for index, card in context.numbered:
        start = exact_start(card)
        date = card.funder_decision.date if card.funder_decision else None
        day = date.exact if date else None
        if start is None or day is None or (start - day).days <= limit:
            continue
        yield found(
            RULE,
            (index,),
            FieldKey.FUNDER_DECISION,
            evidence=written(day, start),
            places=row_places(card, FieldKey.FUNDER_DECISION, FieldKey.PERIOD),
            threshold=limit,
            date=day,
            days=(start - day).days,
            start=start,
        )


RULE = Rule(
    code="funder-decision-long-before-start",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION, FieldKey.PERIOD),
    source="findings.md 4",
    check=check,
)
