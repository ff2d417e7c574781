"""A period of more than seven years (*poikkeuksellisen pitkä toteutusaika*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import periods, written, years_begun


def check(context: Context) -> Iterator[Finding]:
    """Report the first such period of each card; the year that has begun counts as a year."""
    most = context.thresholds.period_years_at_most
    for index, card in context.numbered:
        for period in periods(card):
            if period.start and period.end and years_begun(period.start, period.end) > most:
                yield found(
                    RULE,
                    (index,),
                    FieldKey.PERIOD,
                    evidence=written(period),
                    places=row_places(card, FieldKey.PERIOD),
                    threshold=most,
                    years=years_begun(period.start, period.end),
                )
                break


RULE = Rule(
    code="period-unusually-long",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD,),
    source="findings.md 1",
    check=check,
)
