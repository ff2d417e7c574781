"""The funder's decisions of a card under the rules: who is named, and whom the number's prefix stands for."""

from __future__ import annotations

from hankesalkku.core.card.card import Card
from hankesalkku.core.findings.context import EARLY_PHASES
from hankesalkku.core.reference.funders import Funder, funder_named, funders_in, funders_with_prefix
from hankesalkku.core.values.case_number import CaseNumber, NumberKind
from hankesalkku.core.values.decision import FunderDecision
from hankesalkku.core.values.phase import Phase

GRANTED_PHASES = frozenset({Phase.PLANNING, Phase.IMPLEMENTATION, Phase.FINAL_REPORT, Phase.CLOSED})
UNDECIDED_PHASES = EARLY_PHASES | {Phase.AWAITING_DECISION}
_EU_KINDS = frozenset({NumberKind.EURA_2014, NumberKind.EU_PROJECT})


def funder_decisions(card: Card) -> tuple[FunderDecision, ...]:
    """Give the funders' decisions of a card in the order written."""
    return (card.funder_decision, *card.further.funder_decisions) if card.funder_decision else ()


def named_funders(decision: FunderDecision) -> tuple[Funder, ...]:
    """Give the funders that a decision names, each once; none where the name is not in the table."""
    if not decision.funder_written:
        return ()
    known = funder_named(decision.funder_written)
    found = [known] if known else [mention.funder for mention in funders_in(decision.funder_written)]
    return tuple(dict.fromkeys(found))


def number_prefix(number: CaseNumber) -> str | None:
    """Give the letters of a number that stand for its issuer; the call form of OPH stands for OPH without them."""
    if number.kind in _EU_KINDS:
        return None
    return number.prefix or ("OPH" if number.kind is NumberKind.OPH else None)


def funders_of_number(number: CaseNumber) -> tuple[Funder, ...]:
    """Give the funders whose numbers look like this one."""
    prefix = number_prefix(number)
    return funders_with_prefix(prefix) if prefix else ()
