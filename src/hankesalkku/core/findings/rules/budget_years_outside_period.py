"""A budget year lies outside the period (*budjettivuosi ei kuulu toteutusaikaan*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import first_start, period_years, periods, written
from hankesalkku.core.language.formats import format_years


def check(context: Context) -> Iterator[Finding]:
    """Report each card with such a year; where an end is unknown only years before the start count."""
    for index, card in context.numbered:
        outside = _outside(card)
        if outside:
            yield found(
                RULE,
                (index,),
                FieldKey.BUDGET_YEARS,
                evidence=f"{format_years(outside)}; {written(*periods(card))}",
                places=row_places(card, FieldKey.BUDGET_YEARS, FieldKey.PERIOD),
                suggestions=_suggestions(card),
                years=format_years(outside),
                period=periods(card),
            )


def _outside(card: Card) -> tuple[int, ...]:
    years = period_years(card)
    if years is not None:
        return tuple(year for year in card.budget_years if year not in years)
    start = first_start(card)
    has_open_end = any(period.end is None for period in periods(card))
    if start is None or not has_open_end:
        return ()
    return tuple(year for year in card.budget_years if year < start.year)


def _suggestions(card: Card) -> tuple[str, ...]:
    years = period_years(card)
    return (format_years(tuple(years)),) if years else ()


RULE = Rule(
    code="budget-years-outside-period",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.BUDGET_YEARS, FieldKey.PERIOD),
    source="findings.md 1",
    check=check,
)
