"""A sum is given as about, at most or at least (*likimääräinen summa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.remarks import first_remarked
from hankesalkku.core.values.reading import RemarkCode


def check(context: Context) -> Iterator[Finding]:
    """Report the first such word of each row; the grammar's `amount-is-maximum` is reported here too."""
    codes = (RemarkCode.AMOUNT_APPROXIMATE, RemarkCode.AMOUNT_IS_MAXIMUM)
    for hit in first_remarked(context, MONEY_KEYS, *codes):
        value = hit.remark.text
        yield found(
            RULE, (hit.index,), hit.key, evidence=value, places=row_places(hit.card, hit.key), value=value
        )


RULE = Rule(
    code="amount-approximate",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
