"""The file holds what its pages do not show (*piilotettu sisältö*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity, Word

_KINDS = frozenset(
    {
        "insertion",
        "deletion",
        "comment",
        "hidden_text",
        "hidden_row",
        "hidden_column",
        "hidden_sheet",
        "macro",
        "embedded_object",
        "external_link",
        "attachment_differs",
    }
)
_HARMLESS = frozenset({"insertion", "comment"})
"""Comments and accepted changes: the text they left is on the page."""
_SHOWN = frozenset({"formula"})
"""A formula's value is on the page (requirements H8): nothing is hidden."""


def check(context: Context) -> Iterator[Finding]:
    """Report a file once with the kinds of hidden content; comments or accepted changes alone are a note."""
    hidden = [piece for piece in context.document.hidden if piece.kind not in _SHOWN]
    if not hidden:
        return
    kinds = dict.fromkeys(piece.kind for piece in hidden)
    counts = {kind: sum(piece.count for piece in hidden if piece.kind == kind) for kind in kinds}
    yield found(
        RULE,
        (),
        DOCUMENT_FIELD,
        evidence=", ".join(f"{kind}: {count}" for kind, count in counts.items()),
        severity=Severity.NOTE if _HARMLESS.issuperset(kinds) else None,
        where=tuple(_word(kind) for kind in kinds),
    )


def _word(kind: str) -> Word:
    return Word(f"hidden-{kind.replace('_', '-')}" if kind in _KINDS else "hidden-other")


RULE = Rule(
    code="hidden-content",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7; practice.md 5",
    check=check,
    stops_publication=True,
)
