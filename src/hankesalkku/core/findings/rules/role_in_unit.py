"""The unit holds a post (*tehtävänimike yksikkökentässä*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.values.people_words import is_role

_AFTER_COMMA = re.compile(r",\s*([^,/|>]+)")


def check(context: Context) -> Iterator[Finding]:
    """Report a post after a comma; as a part of the unit's own name it stays."""
    for index, card in context.numbered:
        row = card.row(FieldKey.UNIT)
        roles = [m[1].strip() for m in _AFTER_COMMA.finditer(row.text) if is_role(m[1])] if row else []
        if roles:
            value = ", ".join(roles)
            places = row_places(card, FieldKey.UNIT)
            yield found(RULE, (index,), FieldKey.UNIT, evidence=value, places=places, value=value)


RULE = Rule(
    code="role-in-unit",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.UNIT,),
    source="findings.md 6",
    check=check,
)
