"""A sum of rows 9–11 is missing (*summa puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Label, Scope, Severity
from hankesalkku.core.findings.signs.sums import has_digits, is_absent_elsewhere, sums_but_one
from hankesalkku.core.values.phase import EARLY_PHASES
from hankesalkku.core.values.reading import RemarkCode


def check(context: Context) -> Iterator[Finding]:
    """Report each row without digits; a row that only other cards have is left to `row-missing`.

    Ideas and applications have no sums yet, and a dash or *ei* in row 11 states that there is no share.
    """
    for index, card in context.numbered:
        if EARLY_PHASES & set(card.phases):
            continue
        for key in MONEY_KEYS:
            if _is_missing(context, card, key):
                row = card.row(key)
                yield found(
                    RULE,
                    (index,),
                    key,
                    evidence=row.text if row else "",
                    places=row_places(card, key),
                    suggestions=sums_but_one(card, key),
                    row=Label(key),
                )


def _is_missing(context: Context, card: Card, key: FieldKey) -> bool:
    row = card.row(key)
    if row is None:
        return is_absent_elsewhere(context, key)
    is_no_share = key is FieldKey.MUNICIPAL_SHARE and row.has(RemarkCode.AMOUNT_STATED_NONE)
    return card.money(key) is None and not has_digits(row.text) and not is_no_share


RULE = Rule(
    code="amount-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
