"""Start and end of a period are known at different precision (*eri tarkkuus*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import periods, written
from hankesalkku.core.values.reading import RemarkCode


def check(context: Context) -> Iterator[Finding]:
    """Report the first such period of each card, unless its start took the year from the end."""
    for index, card in context.numbered:
        row = card.row(FieldKey.PERIOD)
        if row is not None and row.has(RemarkCode.START_YEAR_IMPLICIT):
            continue
        for period in periods(card):
            if period.start and period.end and period.start.precision is not period.end.precision:
                yield found(
                    RULE,
                    (index,),
                    FieldKey.PERIOD,
                    evidence=written(period),
                    places=row_places(card, FieldKey.PERIOD),
                    start=period.start,
                    end=period.end,
                )
                break


RULE = Rule(
    code="period-mixed-precision",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD,),
    source="findings.md 1; D81",
    check=check,
)
