"""The rows of a card name different parts (*osien nimet eroavat*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.parts import divided_rows
from hankesalkku.core.values.text import fold


def check(context: Context) -> Iterator[Finding]:
    """Report a card once with the names that some row of parts lacks; case and hyphens do not count."""
    for index, card in context.numbered:
        rows = [
            (key, {fold(part.name): part.name for part in money.parts})
            for key, _, money in divided_rows(card)
        ]
        if len(rows) < 2 or all(names.keys() == rows[0][1].keys() for _, names in rows):
            continue
        everywhere = set.intersection(*(set(names) for _, names in rows))
        lacking = {
            folded: name for _, names in rows for folded, name in names.items() if folded not in everywhere
        }
        keys = tuple(key for key, _ in rows)
        yield found(
            RULE,
            (index,),
            keys[0],
            evidence=" · ".join(lacking.values()),
            places=row_places(card, *keys),
            names=tuple(lacking.values()),
        )


RULE = Rule(
    code="part-names-differ",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
