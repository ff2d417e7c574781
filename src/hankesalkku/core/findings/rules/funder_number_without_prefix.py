"""A funder's number lacks its letters (*numerosta puuttuu tunnus*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import funder_decisions, named_funders
from hankesalkku.core.values.case_number import CaseNumber, NumberKind

_CLASS_OF_OKM = "520"
"""Stands in every number of OKM that was seen (D60)."""


def check(context: Context) -> Iterator[Finding]:
    """Report the first bare number of each card whose named funder usually writes letters before it."""
    for index, card in context.numbered:
        for decision in funder_decisions(card):
            number = decision.case_number
            if number is None or number.kind is not NumberKind.BARE or number.prefix is not None:
                continue
            prefixes = [prefix for funder in named_funders(decision) for prefix in funder.prefixes]
            if prefixes:
                suggestion = _with_prefix(number, prefixes[0])
                yield found(
                    RULE,
                    (index,),
                    FieldKey.FUNDER_DECISION,
                    evidence=number.written,
                    places=row_places(card, FieldKey.FUNDER_DECISION),
                    suggestions=(suggestion,),
                    value=number.written,
                    suggestion=suggestion,
                )
                break


def _with_prefix(number: CaseNumber, prefix: str) -> str:
    if prefix == "OKM":
        return f"{prefix}/{number.run}/{_CLASS_OF_OKM}/{number.year}"
    return f"{prefix}/{number.normal}"


RULE = Rule(
    code="funder-number-without-prefix",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4; D60, D63",
    check=check,
)
