"""The document states another number of projects than was read (*hankkeiden määrä ei täsmää*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity


def check(context: Context) -> Iterator[Finding]:
    """Report a stated number that is not the number of cards."""
    printed, count = context.document.totals, len(context.cards)
    if printed.projects is not None and printed.projects != count:
        yield found(
            RULE,
            (),
            DOCUMENT_FIELD,
            evidence=f"{printed.projects} / {count}",
            places=printed.places,
            stated=printed.projects,
            found=count,
        )


RULE = Rule(
    code="document-count-mismatch",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7",
    check=check,
)
