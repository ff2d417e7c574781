"""Two joined words stand in different cases (*sijamuodot eivät täsmää*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity

_FIELDS = (FieldKey.NAME, FieldKey.DESCRIPTION)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-?")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
_ILLATIVE_BEFORE_JA = re.compile(r"\b(?P<word>[^\W\d_]+(?:iin|een))\s+ja\s+(?P<rest>.*)", re.I)
_ILLATIVE = re.compile(r"(?:aa|ee|ii|oo|uu|yy|ää|öö)n$|h[aeiouyäö]n$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Report an illative right before *ja* where the last sentence ends in a nominative *-minen*; Finnish only.

    Silent where a word after *ja* is an illative, too: both may belong to a participle
    (*esiopetukseen ja kouluun siirtyvien tukeminen*). For files it is on; a register may switch it off.
    """
    if context.document.language != "fi":
        return
    for index, card in context.numbered:
        for key in _FIELDS:
            row = card.row(key)
            value = _disagreement(row.text) if row else None
            if value:
                yield found(RULE, (index,), key, evidence=value, places=row_places(card, key), value=value)


def _disagreement(text: str) -> str | None:
    """Quote from the illative to the end of the last sentence, None where the cases agree."""
    sentence = _SENTENCE.split(text.strip())[-1].rstrip(" .!?")
    match = _ILLATIVE_BEFORE_JA.search(sentence)
    words = _WORD.findall(match["rest"]) if match else []
    if not words or not words[-1].endswith("minen") or any(_ILLATIVE.search(word) for word in words):
        return None
    return sentence[match.start() :] if match else None


RULE = Rule(
    code="text-grammar",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 6; practice.md 5",
    check=check,
    is_import_remark=True,
)
