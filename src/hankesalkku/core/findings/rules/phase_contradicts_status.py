"""The phase says one thing, the status another (*vaihe ja tilanne ristiriidassa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.status_words import not_started, under_way
from hankesalkku.core.values.phase import Phase

_BEGUN = frozenset({Phase.IMPLEMENTATION, Phase.FINAL_REPORT, Phase.CLOSED})


def check(context: Context) -> Iterator[Finding]:
    """Report a begun project whose status says it has not begun, and a closed one that goes on."""
    for index, card in context.numbered:
        contradiction = _contradiction(card)
        if contradiction is not None:
            phase, words = contradiction
            yield found(
                RULE,
                (index,),
                FieldKey.PERIOD,
                evidence=f"{phase.value}; {card.status}",
                places=row_places(card, FieldKey.PERIOD, FieldKey.STATUS),
                phase=phase,
                status=words,
            )


def _contradiction(card: Card) -> tuple[Phase, str] | None:
    """Give the phase and the words of the status that do not go together."""
    begun = next((phase for phase in card.phases if phase in _BEGUN), None)
    if begun is None or not card.status:
        return None
    words = not_started(card.status)
    if words is not None:
        return begun, words
    words = under_way(card.status) if set(card.phases) == {Phase.CLOSED} else None
    return (Phase.CLOSED, words) if words is not None else None


RULE = Rule(
    code="phase-contradicts-status",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD, FieldKey.STATUS),
    source="findings.md 2",
    check=check,
)
