"""Several persons are responsible, none of them above the others (*useita vastuuhenkilöitä*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.responsible import marks_accountable
from hankesalkku.core.values.people_words import is_role

_KEY = FieldKey.RESPONSIBLE_PERSONS


def check(context: Context) -> Iterator[Finding]:
    """Report two or more persons of whom none is marked as accountable; a post beside a name is no second person."""
    for index, card in context.numbered:
        persons = [person for person in card.responsible_persons if not is_role(person)]
        row = card.row(_KEY)
        if len(persons) >= 2 and not (row and marks_accountable(row.text)):
            yield found(
                RULE,
                (index,),
                _KEY,
                evidence=" / ".join(persons),
                places=row_places(card, _KEY),
                suggestions=tuple(persons),
                count=len(persons),
            )


RULE = Rule(
    code="several-responsible",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(_KEY,),
    source="findings.md 6",
    check=check,
)
