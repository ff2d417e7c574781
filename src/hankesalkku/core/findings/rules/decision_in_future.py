"""A decision is dated later than today (*päätöspäivä tulevaisuudessa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import municipal_decisions
from hankesalkku.core.findings.signs.funding import funder_decisions
from hankesalkku.core.findings.signs.periods import written
from hankesalkku.core.values.dates import PartialDate


def check(context: Context) -> Iterator[Finding]:
    """Report the first such date of rows 6 and 7 of each card; a month or year must lie wholly in the future."""
    if context.today is None:
        return
    for index, card in context.numbered:
        for key, dates in _dates(card):
            later = [day for day in dates if day is not None and day.first_day > context.today]
            if later:
                yield found(
                    RULE,
                    (index,),
                    key,
                    evidence=written(later[0]),
                    places=row_places(card, key),
                    date=later[0],
                )


def _dates(card: Card) -> Iterator[tuple[FieldKey, list[PartialDate | None]]]:
    yield FieldKey.FUNDER_DECISION, [decision.date for decision in funder_decisions(card)]
    yield FieldKey.MUNICIPAL_DECISION, [decision.date for decision in municipal_decisions(card)]


RULE = Rule(
    code="decision-in-future",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION, FieldKey.MUNICIPAL_DECISION),
    source="findings.md 1",
    check=check,
    needs_today=True,
)
