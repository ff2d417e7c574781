"""The municipality's case number is missing (*kaupungin asianumero puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.cases import case_number_of
from hankesalkku.core.findings.signs.rows import is_missing, is_only_at, text_of
from hankesalkku.core.values.phase import Phase

_SILENT = frozenset({Phase.IDEA})


def check(context: Context) -> Iterator[Finding]:
    """Report each card on which no such number stands; an idea needs none yet, a missing row has its own rule."""
    for index, card in context.numbered:
        if case_number_of(card) is not None or is_only_at(card, _SILENT):
            continue
        if card.row(FieldKey.OTHER_INFORMATION) is None and not is_missing(
            context, card, FieldKey.OTHER_INFORMATION
        ):
            continue
        yield found(
            RULE,
            (index,),
            FieldKey.OTHER_INFORMATION,
            evidence=text_of(card, FieldKey.OTHER_INFORMATION),
            places=row_places(card, FieldKey.OTHER_INFORMATION),
        )


RULE = Rule(
    code="case-number-missing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.OTHER_INFORMATION,),
    source="findings.md 4; D60",
    check=check,
)
