"""An e-mail address (*sähköpostiosoite*) in a text, other than an office's; the address is never repeated."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.contact_details import EMAIL_MASK, email_addresses
from hankesalkku.core.findings.signs.free_text import report_masked, visible_passages


def check(context: Context) -> Iterator[Finding]:
    """Report each address."""
    yield from report_masked(RULE, visible_passages(context), email_addresses, EMAIL_MASK)


RULE = Rule(
    code="email-address",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=("document",),
    source="findings.md 11",
    check=check,
    stops_publication=True,
)
