"""A row is none of the fourteen (*tuntematon rivi*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import EXTRA_PREFIX
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity


def check(context: Context) -> Iterator[Finding]:
    """Report each extra row that has a value; an empty one is `row-empty`."""
    for index, card in context.numbered:
        for row in card.rows:
            if row.is_extra and row.text.strip():
                label = row.label or row.key.removeprefix(EXTRA_PREFIX)
                places = row.label_places or row.places
                yield found(RULE, (index,), row.key, evidence=label, places=places, label=label)


RULE = Rule(
    code="row-extra",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=("extra",),
    source="findings.md 7",
    check=check,
)
