"""A possible home address (*kotiosoite*) in a text; the address is never repeated."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.contact_details import ADDRESS_MASK, home_addresses
from hankesalkku.core.findings.signs.free_text import report_masked, visible_passages


def check(context: Context) -> Iterator[Finding]:
    """Report each street, number and postcode or staircase that no office stands before."""
    yield from report_masked(RULE, visible_passages(context), home_addresses, ADDRESS_MASK)


RULE = Rule(
    code="home-address",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=("document",),
    source="findings.md 11",
    check=check,
    stops_publication=True,
)
