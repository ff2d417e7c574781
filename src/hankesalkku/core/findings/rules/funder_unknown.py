"""A funder that the table does not know (*rahoittajaa ei tunneta*)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import (
    funder_decisions,
    named_funders,
)
from hankesalkku.core.findings.signs.rows import text_of
from hankesalkku.core.reference.funders import FUNDERS, funders_of_number, number_prefix
from hankesalkku.core.values.decision import FunderDecision
from hankesalkku.core.values.text import fold

_NEAREST = 3
_LIKENESS = 0.5


def check(context: Context) -> Iterator[Finding]:
    """Report the first decision of each card whose name, or prefix where there is no name, is not in the table."""
    for index, card in context.numbered:
        unknown = next((name for made in funder_decisions(card) if (name := _unknown(made))), None)
        if unknown is not None:
            yield found(
                RULE,
                (index,),
                FieldKey.FUNDER_DECISION,
                evidence=text_of(card, FieldKey.FUNDER_DECISION) or unknown,
                places=row_places(card, FieldKey.FUNDER_DECISION),
                suggestions=_nearest(unknown),
                value=unknown,
            )


def _unknown(decision: FunderDecision) -> str | None:
    """Give the name or prefix that is not known; a number without letters is left to `funder-weak`."""
    if decision.funder_written:
        return None if named_funders(decision) else decision.funder_written
    number = decision.case_number
    if number is None or funders_of_number(number):
        return None
    return number_prefix(number)


def _nearest(name: str) -> tuple[str, ...]:
    """Give the funders whose name or short name is written most like this one."""
    forms = {fold(form): funder.name for funder in FUNDERS for form in (funder.name, *funder.short_names)}
    close = get_close_matches(fold(name), forms, n=2 * _NEAREST, cutoff=_LIKENESS)
    return tuple(dict.fromkeys(forms[form] for form in close))[:_NEAREST]


RULE = Rule(
    code="funder-unknown",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4; D50",
    check=check,
)
