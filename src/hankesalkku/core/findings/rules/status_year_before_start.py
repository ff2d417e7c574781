"""The status refers to a year before the project (*tilanne viittaa aikaan ennen hanketta*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import first_start, written
from hankesalkku.core.findings.signs.status_words import accounts_year, names_start_date


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose status speaks of the accounts or situation of years before the start only.

    Silent where the start is unknown and where the status itself names the start.
    """
    for index, card in context.numbered:
        start, told = first_start(card), accounts_year(card.status or "")
        if start is None or told is None or told[0] >= start.year or names_start_date(card.status or ""):
            continue
        yield found(
            RULE,
            (index,),
            FieldKey.STATUS,
            evidence=f"{told[1]}; {written(start)}",
            places=row_places(card, FieldKey.STATUS, FieldKey.PERIOD),
            year=told[0],
            start=start,
        )


RULE = Rule(
    code="status-year-before-start",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.STATUS, FieldKey.PERIOD),
    source="findings.md 2",
    check=check,
)
