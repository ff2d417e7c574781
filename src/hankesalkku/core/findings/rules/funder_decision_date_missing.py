"""The date of the funder's decision is missing (*rahoittajan päätöksen päivä puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import UNDECIDED_PHASES, funder_decisions
from hankesalkku.core.findings.signs.rows import has_invalid_date, is_only_at, text_of


def check(context: Context) -> Iterator[Finding]:
    """Report each card that has a funder or a number and no date at all in row 6; silent before a decision."""
    for index, card in context.numbered:
        made = funder_decisions(card)
        if not made or any(decision.date for decision in made) or is_only_at(card, UNDECIDED_PHASES):
            continue
        if not has_invalid_date(card, FieldKey.FUNDER_DECISION):
            yield found(
                RULE,
                (index,),
                FieldKey.FUNDER_DECISION,
                evidence=text_of(card, FieldKey.FUNDER_DECISION),
                places=row_places(card, FieldKey.FUNDER_DECISION),
            )


RULE = Rule(
    code="funder-decision-date-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4",
    check=check,
)
