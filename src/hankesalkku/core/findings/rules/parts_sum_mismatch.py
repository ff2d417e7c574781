"""The named parts of a row do not make its total (*osat eivät täsmää*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.parts import divided_rows
from hankesalkku.core.findings.signs.sums import is_exact
from hankesalkku.core.values.money import Amount


def check(context: Context) -> Iterator[Finding]:
    """Report each row of two or more parts that miss the total; less than 1 € is a note.

    Silent where the parts are a selection (*josta*, *mm.*) or the total is only approximate; a single part is one.
    """
    rounding = context.thresholds.rounding_cents
    for index, card in context.numbered:
        for key, row, money in divided_rows(card):
            parts_sum = sum(part.cents for part in money.parts)
            difference = parts_sum - money.total_cents
            if len(money.parts) >= 2 and difference and is_exact(row):
                yield found(
                    RULE,
                    (index,),
                    key,
                    evidence=row.text,
                    places=row_places(card, key),
                    severity=Severity.NOTE if abs(difference) < rounding else None,
                    threshold=Amount(rounding),
                    parts_sum=Amount(parts_sum),
                    total=Amount(money.total_cents),
                    difference=Amount(difference),
                )


RULE = Rule(
    code="parts-sum-mismatch",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
