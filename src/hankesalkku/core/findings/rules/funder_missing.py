"""The funder is missing (*rahoittaja puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.rows import is_missing, is_only_at, text_of
from hankesalkku.core.values.phase import Phase

_SILENT = frozenset({Phase.IDEA})


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose row 6 is empty; an idea needs no funder yet."""
    for index, card in context.numbered:
        if is_missing(context, card, FieldKey.FUNDER_DECISION) and not is_only_at(card, _SILENT):
            yield found(
                RULE,
                (index,),
                FieldKey.FUNDER_DECISION,
                evidence=text_of(card, FieldKey.FUNDER_DECISION),
                places=row_places(card, FieldKey.FUNDER_DECISION),
            )


RULE = Rule(
    code="funder-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4",
    check=check,
)
