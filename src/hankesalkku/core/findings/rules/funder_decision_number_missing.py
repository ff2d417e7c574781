"""The funder's case number is missing (*rahoittajan asianumero puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import GRANTED_PHASES, funder_decisions
from hankesalkku.core.findings.signs.rows import text_of
from hankesalkku.core.values.case_number import NumberKind, find_numbers


def check(context: Context) -> Iterator[Finding]:
    """Report each granted project that names its funder and gives no number; the number of a call is none (D54)."""
    for index, card in context.numbered:
        made = funder_decisions(card)
        text = text_of(card, FieldKey.FUNDER_DECISION)
        if GRANTED_PHASES.isdisjoint(card.phases) or any(decision.case_number for decision in made):
            continue
        if any(decision.funder_written for decision in made) and not _has_number(text):
            yield found(
                RULE,
                (index,),
                FieldKey.FUNDER_DECISION,
                evidence=text,
                places=row_places(card, FieldKey.FUNDER_DECISION),
            )


def _has_number(text: str) -> bool:
    return any(found.number.kind is not NumberKind.CALL for found in find_numbers(text, bare=True))


RULE = Rule(
    code="funder-decision-number-missing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4",
    check=check,
)
