"""A sum of rows 9–11 has digits but no certain amount (*summaa ei voi lukea*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Row
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import has_digits, money_rows, names_two_totals
from hankesalkku.core.values.reading import RemarkCode

_CODES = (RemarkCode.AMOUNT_UNREADABLE, RemarkCode.AMOUNT_SEVERAL)


def check(context: Context) -> Iterator[Finding]:
    """Report each row whose digits gave no value, unless it names the sums of project and municipality."""
    for index, card in context.numbered:
        for key, row in money_rows(card):
            if card.money(key) is None and has_digits(row.text) and not names_two_totals(row):
                value = _quoted(row)
                yield found(RULE, (index,), key, evidence=value, places=row_places(card, key), value=value)


def _quoted(row: Row) -> str:
    return next((remark.text for remark in row.remarks if remark.code in _CODES and remark.text), row.text)


RULE = Rule(
    code="amount-unreadable",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5; D80",
    check=check,
)
