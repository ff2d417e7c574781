"""A phone number (*puhelinnumero*) in a text; the number itself is never repeated."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.context import Context, Rule
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.contact_details import PHONE_MASK, phone_numbers
from hankesalkku.core.findings.signs.free_text import report_masked, visible_passages

_NUMBERS = frozenset(
    {
        *MONEY_KEYS,
        FieldKey.PERIOD,
        FieldKey.BUDGET_YEARS,
        FieldKey.FUNDER_DECISION,
        FieldKey.MUNICIPAL_DECISION,
    }
)
"""Rows whose numbers are sums, dates and case numbers."""


def check(context: Context) -> Iterator[Finding]:
    """Report each number outside the rows of sums, dates and decisions."""
    texts = (passage for passage in visible_passages(context) if passage.field not in _NUMBERS)
    yield from report_masked(RULE, texts, phone_numbers, PHONE_MASK)


RULE = Rule(
    code="phone-number",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=("document",),
    source="findings.md 11",
    check=check,
    stops_publication=True,
)
