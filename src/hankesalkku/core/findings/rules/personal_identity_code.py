"""A personal identity code (*henkilötunnus*) in any text, file name or link; the code itself is never repeated."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.free_text import all_passages, report_masked
from hankesalkku.core.findings.signs.identity_code import MASK, identity_codes


def check(context: Context) -> Iterator[Finding]:
    """Report each code; one with a wrong check character is a warning that it may be one."""
    yield from report_masked(RULE, all_passages(context), identity_codes, MASK)


RULE = Rule(
    code="personal-identity-code",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=("document",),
    source="findings.md 11; Data Protection Act 1050/2018, section 29",
    check=check,
    stops_publication=True,
    can_be_waived=False,
)
