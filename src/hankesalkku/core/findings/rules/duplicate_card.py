"""Two cards tell the same project (*sama hanke kahdesti*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import CardNumbers, Finding, Scope, Severity
from hankesalkku.core.findings.signs.duplicates import duplicate_groups


def check(context: Context) -> Iterator[Finding]:
    """Report each group with the same name and period, or the same funder's number and sums, whatever the language."""
    for cards in duplicate_groups(context):
        names = dict.fromkeys(context.cards[index].name or "" for index in cards)
        yield found(
            RULE,
            cards,
            FieldKey.NAME,
            evidence=" · ".join(names),
            places=tuple(
                place for index in cards for place in row_places(context.cards[index], FieldKey.NAME)
            ),
            numbers=CardNumbers(cards),
        )


RULE = Rule(
    code="duplicate-card",
    severity=Severity.ERROR,
    scope=Scope.CROSS,
    fields=(FieldKey.NAME,),
    source="findings.md 7",
    check=check,
)
