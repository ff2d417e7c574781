"""A bank account number (*tilinumero*) in a text; the number is never repeated."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.contact_details import ACCOUNT_MASK, bank_accounts
from hankesalkku.core.findings.signs.free_text import report_masked, visible_passages


def check(context: Context) -> Iterator[Finding]:
    """Report each number with right check digits."""
    yield from report_masked(RULE, visible_passages(context), bank_accounts, ACCOUNT_MASK)


RULE = Rule(
    code="bank-account",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=("document",),
    source="findings.md 11; ISO 13616",
    check=check,
    stops_publication=True,
)
