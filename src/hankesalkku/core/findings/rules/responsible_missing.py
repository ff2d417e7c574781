"""Nobody is named as responsible (*vastuuhenkilö puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.responsible import is_only_a_unit
from hankesalkku.core.findings.signs.sums import is_absent_elsewhere

_KEY = FieldKey.RESPONSIBLE_PERSONS


def check(context: Context) -> Iterator[Finding]:
    """Report a row that is empty or names only a unit; a post (*rehtori*) names its holder.

    A row that only other cards have is left to `row-missing`.
    """
    for index, card in context.numbered:
        if _is_missing(context, card):
            row = card.row(_KEY)
            evidence = row.text if row else ""
            yield found(RULE, (index,), _KEY, evidence=evidence, places=row_places(card, _KEY))


def _is_missing(context: Context, card: Card) -> bool:
    row = card.row(_KEY)
    if row is None:
        return is_absent_elsewhere(context, _KEY)
    has_words = any(char.isalpha() for char in row.text)
    return not has_words or is_only_a_unit(row.text, card.unit)


RULE = Rule(
    code="responsible-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(_KEY,),
    source="findings.md 6; practice.md 5",
    check=check,
)
