"""One unit is written in two ways (*yksikkö kirjoitettu kahdella tavalla*)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.values.text import fold


def check(context: Context) -> Iterator[Finding]:
    """Report each rarer spelling with its cards; of equally frequent ones the first in the document is usual."""
    for spellings in _spellings(context).values():
        counts = Counter({written: len(cards) for written, cards in spellings.items()})
        usual = counts.most_common(1)[0][0]
        for written, cards in spellings.items():
            if written != usual:
                yield found(
                    RULE,
                    tuple(cards),
                    FieldKey.UNIT,
                    evidence=written,
                    places=tuple(
                        place for i in cards for place in row_places(context.cards[i], FieldKey.UNIT)
                    ),
                    value=written,
                    usual=usual,
                )


def _spellings(context: Context) -> dict[str, dict[str, list[int]]]:
    """Give, per folded unit, its spellings with the cards that have them; a role after a comma is no part of it."""
    units: dict[str, dict[str, list[int]]] = {}
    for index, card in context.numbered:
        for step in card.unit:
            written = step.partition(",")[0].strip()
            cards = units.setdefault(fold(written), {}).setdefault(written, [])
            if index not in cards:
                cards.append(index)
    return units


RULE = Rule(
    code="unit-spelling-varies",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.UNIT,),
    source="findings.md 6",
    check=check,
    is_import_remark=True,
)
