"""A year of the period is not budgeted (*vuodelle ei ole budjettia*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import days_by_year, periods, written
from hankesalkku.core.language.formats import format_years


def check(context: Context) -> Iterator[Finding]:
    """Report each card with budget years that lacks one of which the period covers enough days."""
    least = context.thresholds.budget_year_days_at_least
    for index, card in context.numbered:
        covered = days_by_year(card)
        lacking = tuple(
            year for year, days in covered.items() if days >= least and year not in card.budget_years
        )
        if card.budget_years and lacking:
            yield found(
                RULE,
                (index,),
                FieldKey.BUDGET_YEARS,
                evidence=f"{format_years(card.budget_years)}; {written(*periods(card))}",
                places=row_places(card, FieldKey.BUDGET_YEARS, FieldKey.PERIOD),
                suggestions=(format_years((*card.budget_years, *lacking)),),
                threshold=least,
                years=format_years(lacking),
            )


RULE = Rule(
    code="budget-year-missing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.BUDGET_YEARS, FieldKey.PERIOD),
    source="findings.md 1",
    check=check,
)
