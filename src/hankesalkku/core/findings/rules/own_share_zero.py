"""The municipality's share is nothing (*omarahoitusta ei ole*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import sums
from hankesalkku.core.language.formats import format_cents


def check(context: Context) -> Iterator[Finding]:
    """Report a share of 0 where income equals expenditure."""
    for index, card in context.numbered:
        three = sums(card)
        if three is not None and three.share == 0 and three.income == three.expenditure != 0:
            places = row_places(card, FieldKey.MUNICIPAL_SHARE)
            yield found(RULE, (index,), FieldKey.MUNICIPAL_SHARE, evidence=format_cents(0), places=places)


RULE = Rule(
    code="own-share-zero",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.MUNICIPAL_SHARE,),
    source="findings.md 5",
    check=check,
)
