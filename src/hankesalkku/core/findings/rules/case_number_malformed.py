"""A case number of no known form (*asianumeroa ei tunnisteta*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.values.case_number import find_numbers
from hankesalkku.core.values.dates import find_dates

_WORD = re.compile(
    r"\b(?:dynasty|asianumero|asianro|diaarinumero|diaarinro|dnro|dno|dnr|diarienummer|ärendenummer|case number)"
    r"\b\.?\s*:?\s*(?P<value>[^\s,;()]+)",
    re.IGNORECASE,
)
_LOOKS_LIKE_A_NUMBER = re.compile(r"(?=.*[0-9])(?:.*[/._-]|[0-9]{5,}).*", re.DOTALL)
_LINK = re.compile(r"https?:|www\.", re.IGNORECASE)
_EDGES = ".:"


def check(context: Context) -> Iterator[Finding]:
    """Report what stands in row 12 of each card after a word such as *asianumero* and fits no form of D60."""
    for index, card in context.numbered:
        value = _malformed(card)
        if value is not None:
            yield found(
                RULE,
                (index,),
                FieldKey.OTHER_INFORMATION,
                evidence=value,
                places=row_places(card, FieldKey.OTHER_INFORMATION),
                value=value,
            )


def _malformed(card: Card) -> str | None:
    row = card.row(FieldKey.OTHER_INFORMATION)
    if row is None:
        return None
    return next(_unknown_numbers(row), None)


def _unknown_numbers(row: Row) -> Iterator[str]:
    """Give what looks like a number behind its word; the label may be the word (*Asianumero*)."""
    text = f"{row.label or ''}: {row.text}"
    known = [(number.start, number.end) for number in find_numbers(text, bare=True)]
    known += [(day.start, day.end) for day in find_dates(text, years=True)]
    for match in _WORD.finditer(text):
        start, value = match.start("value"), match["value"].strip(_EDGES)
        is_known = any(a < start + len(value) and start < b for a, b in known)
        if not is_known and _LOOKS_LIKE_A_NUMBER.fullmatch(value) and not _LINK.match(value):
            yield value


RULE = Rule(
    code="case-number-malformed",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.OTHER_INFORMATION,),
    source="findings.md 4; D60",
    check=check,
    suppresses=("case-number-missing",),
)
