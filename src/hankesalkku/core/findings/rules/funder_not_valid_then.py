"""The funder was not in being on the day of its decision (*rahoittaja ei ollut toiminnassa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import funder_decisions, named_funders
from hankesalkku.core.findings.signs.periods import written
from hankesalkku.core.reference.funders import Funder, funders_of_number
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision


def check(context: Context) -> Iterator[Finding]:
    """Report the first such decision of each card; the successor is suggested, never written."""
    for index, card in context.numbered:
        for decision in funder_decisions(card):
            funder = _funder(decision)
            if funder is None or decision.date is None or _was_in_being(funder, decision.date):
                continue
            successor = funder.successor if _is_over(funder, decision.date) else None
            yield found(
                RULE,
                (index,),
                FieldKey.FUNDER_DECISION,
                evidence=f"{funder.name}; {written(decision.date)}",
                places=row_places(card, FieldKey.FUNDER_DECISION),
                suggestions=(successor,) if successor else (),
                variant=None if successor else "plain",
                funder=funder.name,
                date=decision.date,
                successor=successor or "",
            )
            break


def _funder(decision: FunderDecision) -> Funder | None:
    """Give the one funder that a decision names, else the one whose letters its number has."""
    named = named_funders(decision)
    if not decision.funder_written and decision.case_number is not None:
        named = funders_of_number(decision.case_number)
    return named[0] if len(named) == 1 else None


def _is_over(funder: Funder, day: PartialDate) -> bool:
    return funder.valid_to is not None and day.first_day > funder.valid_to.last_day


def _was_in_being(funder: Funder, day: PartialDate) -> bool:
    is_too_early = funder.valid_from is not None and day.last_day < funder.valid_from.first_day
    return not is_too_early and not _is_over(funder, day)


RULE = Rule(
    code="funder-not-valid-then",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4; D50, D51",
    check=check,
)
