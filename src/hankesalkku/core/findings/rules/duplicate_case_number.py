"""Different projects share a case or its link (*sama asianumero*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import CardNumbers, Finding, Scope, Severity
from hankesalkku.core.findings.signs.duplicates import case_numbers, shared

_KEY = FieldKey.OTHER_INFORMATION


def check(context: Context) -> Iterator[Finding]:
    """Report each municipal number and each case link on two or more cards that are not one project, a case once."""
    numbers = ((index, number) for index, card in context.numbered for number in sorted(case_numbers(card)))
    links = ((index, card.case_url) for index, card in context.numbered if card.case_url)
    seen: set[tuple[int, ...]] = set()
    for keyed in (numbers, links):
        for value, cards in shared(context, keyed):
            if cards in seen:
                continue
            seen.add(cards)
            yield found(
                RULE,
                cards,
                _KEY,
                evidence=value,
                places=tuple(place for index in cards for place in row_places(context.cards[index], _KEY)),
                value=value,
                numbers=CardNumbers(cards),
            )


RULE = Rule(
    code="duplicate-case-number",
    severity=Severity.WARNING,
    scope=Scope.CROSS,
    fields=(_KEY,),
    source="findings.md 7",
    check=check,
)
