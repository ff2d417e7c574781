"""White space on one side of the separator only (*välilyönti puuttuu*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity

_ONE_SIDED = re.compile(r"\s[/|>](?=\S)|(?<=\S)[/|>]\s")


def check(context: Context) -> Iterator[Finding]:
    """Report a unit with a space on exactly one side of `/`, `|` or `>`."""
    for index, card in context.numbered:
        row = card.row(FieldKey.UNIT)
        if row is not None and _ONE_SIDED.search(row.text.strip()):
            places = row_places(card, FieldKey.UNIT)
            yield found(RULE, (index,), FieldKey.UNIT, evidence=row.text, places=places, value=row.text)


RULE = Rule(
    code="unit-spacing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.UNIT,),
    source="findings.md 6",
    check=check,
    is_import_remark=True,
)
