"""A period ends before it starts (*päättyy ennen alkua*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import periods, written
from hankesalkku.core.language.formats import format_period
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.period import Period


def check(context: Context) -> Iterator[Finding]:
    """Report the first such period of each card, compared at the coarser precision of its ends."""
    for index, card in context.numbered:
        for period in periods(card):
            if period.start and period.end and _is_before(period.end, period.start):
                yield found(
                    RULE,
                    (index,),
                    FieldKey.PERIOD,
                    evidence=written(period),
                    places=row_places(card, FieldKey.PERIOD),
                    suggestions=_suggestions(period.start, period.end, card.budget_years),
                    start=period.start,
                    end=period.end,
                )
                break


def _is_before(end: PartialDate, start: PartialDate) -> bool:
    return end.last_day < start.first_day


def _suggestions(start: PartialDate, end: PartialDate, budget_years: tuple[int, ...]) -> tuple[str, ...]:
    """Offer the two ends swapped, then the end in the last budget year."""
    swapped = format_period(Period(end, start))
    if not budget_years or (end.month, end.day) == (2, 29):
        return (swapped,)
    moved = PartialDate(max(budget_years), end.month, end.day)
    return (swapped,) if _is_before(moved, start) else (swapped, format_period(Period(start, moved)))


RULE = Rule(
    code="period-end-before-start",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD,),
    source="findings.md 1",
    check=check,
)
