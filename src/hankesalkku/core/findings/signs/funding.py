"""The funder's decisions of a card under the rules: in which phase they are due, and who is named in them."""

from __future__ import annotations

from hankesalkku.core.card.card import Card
from hankesalkku.core.reference.funders import Funder, funder_named, funders_in
from hankesalkku.core.values.decision import FunderDecision
from hankesalkku.core.values.phase import EARLY_PHASES, Phase

GRANTED_PHASES = frozenset({Phase.PLANNING, Phase.IMPLEMENTATION, Phase.FINAL_REPORT, Phase.CLOSED})
UNDECIDED_PHASES = EARLY_PHASES | {Phase.AWAITING_DECISION}


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
