"""No budget year falls in the period (*yksikään budjettivuosi ei osu toteutusaikaan*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import period_years, periods, written
from hankesalkku.core.language.formats import format_years


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose budget years and period have no year in common, both being known."""
    for index, card in context.numbered:
        years = period_years(card)
        if years and card.budget_years and years.isdisjoint(card.budget_years):
            yield found(
                RULE,
                (index,),
                FieldKey.BUDGET_YEARS,
                evidence=f"{format_years(card.budget_years)}; {written(*periods(card))}",
                places=row_places(card, FieldKey.BUDGET_YEARS, FieldKey.PERIOD),
                suggestions=(format_years(tuple(years)),),
                years=format_years(card.budget_years),
                period=periods(card),
            )


RULE = Rule(
    code="budget-years-disjoint",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=(FieldKey.BUDGET_YEARS, FieldKey.PERIOD),
    source="findings.md 1",
    check=check,
    suppresses=("budget-years-outside-period", "budget-year-missing"),
)
