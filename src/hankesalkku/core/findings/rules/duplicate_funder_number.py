"""Different projects share a funder's number (*sama rahoittajan numero*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import CardNumbers, Finding, Scope, Severity
from hankesalkku.core.findings.signs.duplicates import funder_numbers, shared

_KEY = FieldKey.FUNDER_DECISION


def check(context: Context) -> Iterator[Finding]:
    """Report each number on two or more cards that are not one project; a call's number is shared by its grants."""
    keyed = ((index, number) for index, card in context.numbered for number in sorted(funder_numbers(card)))
    for number, cards in shared(context, keyed):
        yield found(
            RULE,
            cards,
            _KEY,
            evidence=number,
            places=tuple(place for index in cards for place in row_places(context.cards[index], _KEY)),
            value=number,
            numbers=CardNumbers(cards),
        )


RULE = Rule(
    code="duplicate-funder-number",
    severity=Severity.WARNING,
    scope=Scope.CROSS,
    fields=(_KEY,),
    source="findings.md 7",
    check=check,
)
