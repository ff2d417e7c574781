"""One decision, two funders (*rahoittaja on ristiriitainen*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import funder_decisions, named_funders
from hankesalkku.core.findings.signs.rows import text_of
from hankesalkku.core.reference.funders import Funder, FunderGroup, funders_of_number
from hankesalkku.core.values.decision import FunderDecision


def check(context: Context) -> Iterator[Finding]:
    """Report the first contradiction of each card: two names for one decision, or a name and another's letters.

    Co-funding with a decision each is none, nor is a programme of the European Union beside the agency that grants.
    """
    for index, card in context.numbered:
        pair = _contradiction(card)
        if pair is not None:
            yield found(
                RULE,
                (index,),
                FieldKey.FUNDER_DECISION,
                evidence=text_of(card, FieldKey.FUNDER_DECISION) or " / ".join(pair),
                places=row_places(card, FieldKey.FUNDER_DECISION),
                suggestions=pair,
                a=pair[0],
                b=pair[1],
            )


def _contradiction(card: Card) -> tuple[str, str] | None:
    made = funder_decisions(card)
    own = [decision for decision in made if decision.date or decision.case_number]
    named = [funder for decision in made for funder in _granting(decision)]
    names = list(dict.fromkeys(funder.name for funder in named))
    if len(own) <= 1 and len(names) > 1:
        return names[0], names[1]
    return next((pair for decision in made if (pair := _name_and_number(decision)) is not None), None)


def _name_and_number(decision: FunderDecision) -> tuple[str, str] | None:
    """Give the named funder and the one whose letters the number has, where they are not the same."""
    named, number = _granting(decision), decision.case_number
    issuers = funders_of_number(number) if number is not None and number.prefix else ()
    if not named or not issuers or any(_is_the_same(name, issuer) for name in named for issuer in issuers):
        return None
    is_one = len(issuers) == 1
    return named[0].name, issuers[0].name if is_one or number is None else number.normal


def _granting(decision: FunderDecision) -> tuple[Funder, ...]:
    """Give the funders that a decision names, programmes of the European Union left out."""
    return tuple(funder for funder in named_funders(decision) if funder.group is not FunderGroup.EU_FUND)


def _is_the_same(named: Funder, issuer: Funder) -> bool:
    """Tell whether a name and a number belong together; old numbers stay when an agency has a successor (D50)."""
    if named.name in (issuer.name, issuer.successor):
        return True
    successor = (issuer.successor or "").casefold().removesuffix("ukset")
    return bool(successor) and successor in named.name.casefold()


RULE = Rule(
    code="funders-contradict",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4; D50",
    check=check,
)
