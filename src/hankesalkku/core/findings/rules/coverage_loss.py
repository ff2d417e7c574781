"""Characters of the source found no place (*merkkejä jäi lukematta*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity


def check(context: Context) -> Iterator[Finding]:
    """Report how many visible characters the reader lost: a fault of the reader, never of the document."""
    coverage = context.document.coverage
    if coverage is not None and coverage.placed < coverage.characters:
        lost = coverage.characters - coverage.placed
        yield found(
            RULE, (), DOCUMENT_FIELD, evidence=str(lost), variant="one" if lost == 1 else None, count=lost
        )


RULE = Rule(
    code="coverage-loss",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7; CONTRACTS.md 2",
    check=check,
    can_be_waived=False,
)
