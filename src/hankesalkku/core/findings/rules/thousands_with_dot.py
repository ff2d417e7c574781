"""The sums of a card have a dot between thousands (*tuhaterottimena piste*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import money_rows, noted_amount
from hankesalkku.core.values.reading import RemarkCode


def check(context: Context) -> Iterator[Finding]:
    """Report a card once, with every such sum; a card that uses spaces too is left to the next rule."""
    for index, card in context.numbered:
        rows = list(money_rows(card))
        dotted = [
            (key, remark)
            for key, row in rows
            for remark in row.remarks
            if remark.code is RemarkCode.THOUSANDS_WITH_DOT
        ]
        if not dotted or any(row.has(RemarkCode.THOUSANDS_WITH_SPACE) for _, row in rows):
            continue
        values = tuple(remark.text for _, remark in dotted)
        yield found(
            RULE,
            (index,),
            dotted[0][0],
            evidence=" · ".join(values),
            places=row_places(card, *dict.fromkeys(key for key, _ in dotted)),
            value=values,
            amount=tuple(amount for _, remark in dotted if (amount := noted_amount(remark))),
        )


RULE = Rule(
    code="thousands-with-dot",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5; D80",
    check=check,
    is_import_remark=True,
)
