"""The municipality decided after the project had begun (*päätös hankkeen alun jälkeen*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import municipal_decisions
from hankesalkku.core.findings.signs.periods import exact_start, written


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose earliest decision is later than the start, both known to the day.

    A warning from the threshold on, a note before it.
    """
    limit = context.thresholds.decision_after_start_days_warning
    for index, card in context.numbered:
        start = exact_start(card)
        dates = [decision.date for decision in municipal_decisions(card)]
        days = [day for date in dates if date is not None and (day := date.exact) is not None]
        if start is None or not days or len(days) < len(dates) or min(days) <= start:
            continue
        late = (min(days) - start).days
        yield found(
            RULE,
            (index,),
            FieldKey.MUNICIPAL_DECISION,
            evidence=written(min(days), start),
            places=row_places(card, FieldKey.MUNICIPAL_DECISION, FieldKey.PERIOD),
            severity=Severity.WARNING if late >= limit else Severity.NOTE,
            threshold=limit,
            date=min(days),
            days=late,
            start=start,
        )


RULE = Rule(
    code="city-decision-after-start",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.MUNICIPAL_DECISION, FieldKey.PERIOD),
    source="findings.md 3; practice.md 5",
    check=check,
)
