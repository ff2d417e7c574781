"""A person named in a free text (*henkilö vapaassa tekstissä*); the name is never repeated."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.named_persons import MASK, is_one_of, persons

_FIELDS = (FieldKey.DESCRIPTION, FieldKey.OTHER_INFORMATION, FieldKey.STATUS)


def check(context: Context) -> Iterator[Finding]:
    """Report a text once that names somebody who is responsible for no card of the document."""
    known = frozenset(person for card in context.cards for person in card.responsible_persons)
    for index, card in context.numbered:
        for key in _FIELDS:
            row = card.row(key)
            if row and any(not is_one_of(name, known) for _, name in persons(row.text)):
                yield found(RULE, (index,), key, evidence=MASK, places=row_places(card, key))


RULE = Rule(
    code="person-in-free-text",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 11",
    check=check,
)
