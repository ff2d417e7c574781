"""A page is a picture without text (*sivu on kuva*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity
from hankesalkku.core.values.place import Place


def check(context: Context) -> Iterator[Finding]:
    """Report each page that the reader found to hold images and fewer than 20 characters."""
    for page in context.document.image_pages:
        place = Place(page=page, line=None, start=0, end=0)
        yield found(RULE, (), DOCUMENT_FIELD, evidence=str(page), places=(place,), page=str(page))


RULE = Rule(
    code="no-text-layer",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7",
    check=check,
)
