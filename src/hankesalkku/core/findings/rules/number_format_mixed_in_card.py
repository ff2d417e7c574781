"""A card separates thousands by dots and by spaces (*kaksi lukujen esitystapaa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import money_rows
from hankesalkku.core.values.reading import RemarkCode

_CODES = (RemarkCode.THOUSANDS_WITH_DOT, RemarkCode.THOUSANDS_WITH_SPACE)


def check(context: Context) -> Iterator[Finding]:
    """Report a card once, with its sums in both ways of writing."""
    for index, card in context.numbered:
        noted = [
            (key, remark) for key, row in money_rows(card) for remark in row.remarks if remark.code in _CODES
        ]
        if {remark.code for _, remark in noted} == set(_CODES):
            values = tuple(remark.text for _, remark in noted)
            yield found(
                RULE,
                (index,),
                noted[0][0],
                evidence=" · ".join(values),
                places=row_places(card, *dict.fromkeys(key for key, _ in noted)),
                values=values,
            )


RULE = Rule(
    code="number-format-mixed-in-card",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
    is_import_remark=True,
    suppresses=("thousands-with-dot",),
)
