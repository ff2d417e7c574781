"""Text of the document was not interpreted (*tulkitsematon teksti*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity

_QUOTED = 60


def check(context: Context) -> Iterator[Finding]:
    """Report the pieces together, with the beginning of each as evidence."""
    unread = context.document.unread
    if unread:
        yield found(
            RULE,
            (),
            DOCUMENT_FIELD,
            evidence=" · ".join(piece.text[:_QUOTED] for piece in unread),
            places=tuple(place for piece in unread for place in piece.places),
            variant="one" if len(unread) == 1 else None,
            count=len(unread),
        )


RULE = Rule(
    code="unread-text",
    severity=Severity.NOTE,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7",
    check=check,
)
