"""A row gives the sums of the whole project and of the municipality (*koko hankkeen summa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import names_two_totals, written_amounts

_FIELDS = (FieldKey.GROSS_INCOME, FieldKey.GROSS_EXPENDITURE)


def check(context: Context) -> Iterator[Finding]:
    """Report each of rows 9 and 10 with two amounts that are named so."""
    for index, card in context.numbered:
        for key in _FIELDS:
            row = card.row(key)
            if row is not None and names_two_totals(row):
                values = written_amounts(row.text)
                places = row_places(card, key)
                yield found(
                    RULE, (index,), key, evidence=row.text, places=places, suggestions=values, values=values
                )


RULE = Rule(
    code="consortium-total-suspected",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 5",
    check=check,
)
