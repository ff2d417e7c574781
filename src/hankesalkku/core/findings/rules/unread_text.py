"""Text of the document was not interpreted (*tulkitsematon teksti*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity
from hankesalkku.core.values.text import fold_space

_QUOTED = 60
_NAMED = 5


def check(context: Context) -> Iterator[Finding]:
    """Report the pieces together, with the beginning of each as evidence, the first ones in the message."""
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
            texts=" · ".join(f"”{_beginning(piece.text)}”" for piece in unread[:_NAMED])
            + (" …" if len(unread) > _NAMED else ""),
        )


def _beginning(text: str) -> str:
    line = fold_space(text)
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"


RULE = Rule(
    code="unread-text",
    severity=Severity.NOTE,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7",
    check=check,
)
