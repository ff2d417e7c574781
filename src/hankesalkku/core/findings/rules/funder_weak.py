"""A number that does not tell the funder (*numerosta ei voi päätellä rahoittajaa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import funder_decisions
from hankesalkku.core.reference.funders import funders_of_number
from hankesalkku.core.values.case_number import NumberKind
from hankesalkku.core.values.decision import FunderDecision


def check(context: Context) -> Iterator[Finding]:
    """Report each card that names no funder and whose only number is bare or fits several."""
    for index, card in context.numbered:
        made = funder_decisions(card)
        if len(made) == 1 and made[0].case_number is not None and _is_weak(made[0]):
            yield found(
                RULE,
                (index,),
                FieldKey.FUNDER_DECISION,
                evidence=made[0].case_number.written,
                places=row_places(card, FieldKey.FUNDER_DECISION),
                suggestions=tuple(funder.name for funder in funders_of_number(made[0].case_number)),
                value=made[0].case_number.written,
            )


def _is_weak(decision: FunderDecision) -> bool:
    number = decision.case_number
    if decision.funder_written or number is None:
        return False
    is_bare = number.kind is NumberKind.BARE and number.prefix is None
    return is_bare or len(funders_of_number(number)) > 1


RULE = Rule(
    code="funder-weak",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4; D60",
    check=check,
)
