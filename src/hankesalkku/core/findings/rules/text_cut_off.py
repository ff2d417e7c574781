"""A text ends in the middle (*teksti katkennut*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity

_FIELDS = (FieldKey.DESCRIPTION, FieldKey.OTHER_INFORMATION, FieldKey.STATUS)
_CUT = re.compile(
    r"\w\W*(?:…|\.\.\.|[-–,])$|\w,?\s(?:ja|sekä|tai|eli|että|eikä|mutta|vaan|jotta|koska|och|samt|eller|men|utan|and|or|but)$",
    re.I,
)
_TAIL = 40


def check(context: Context) -> Iterator[Finding]:
    """Report a long text that ends with an ellipsis, a hyphen, a comma or a conjunction."""
    for index, card in context.numbered:
        for key in _FIELDS:
            row = card.row(key)
            if row is not None and _CUT.search(row.text.rstrip()):
                tail = _tail(row.text.rstrip())
                yield found(RULE, (index,), key, evidence=tail, places=row_places(card, key), value=tail)


def _tail(text: str) -> str:
    """Give the last whole words of a text, without the ellipsis that the message writes itself."""
    if len(text) <= _TAIL:
        return text
    return text[-_TAIL:].partition(" ")[2] or text[-_TAIL:]


RULE = Rule(
    code="text-cut-off",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 6",
    check=check,
)
