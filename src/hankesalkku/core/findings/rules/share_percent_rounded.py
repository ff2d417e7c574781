"""The share is a whole percentage but for rounding (*osuus pyöristetty*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import ExactPercent, Finding, Percent, Scope, Severity
from hankesalkku.core.findings.signs.shares import share_and_expenditure, ten_thousandths, whole_percent
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.values.money import Amount


def check(context: Context) -> Iterator[Finding]:
    """Report a share that misses the nearest whole percentage (at least 1 %) of expenditure by less than 1 €."""
    rounding = context.thresholds.rounding_cents
    for index, card in context.numbered:
        pair = share_and_expenditure(card)
        if pair is None:
            continue
        percent = whole_percent(*pair)
        miss = abs(100 * pair[0] - percent * pair[1])
        if percent >= 1 and 0 < miss < 100 * rounding:
            yield found(
                RULE,
                (index,),
                FieldKey.MUNICIPAL_SHARE,
                evidence=f"{format_cents(pair[0])} / {format_cents(pair[1])}",
                places=row_places(card, FieldKey.MUNICIPAL_SHARE),
                threshold=Amount(rounding),
                percent=Percent(100 * percent),
                exact=ExactPercent(ten_thousandths(*pair)),
            )


RULE = Rule(
    code="share-percent-rounded",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.MUNICIPAL_SHARE,),
    source="findings.md 5",
    check=check,
    is_import_remark=True,
)
