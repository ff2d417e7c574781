"""Row 5 names no phase (*hankevaihe puuttuu*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity

_ASKS = re.compile(r"vaihe|\bfas\b|projektfas|phase|skede", re.IGNORECASE)


def check(context: Context) -> Iterator[Finding]:
    """Report each card with a row 5 and no phase; silent where no card of the form asks for a phase or names one."""
    if not _form_asks(context):
        return
    for index, card in context.numbered:
        row = card.row(FieldKey.PERIOD)
        if row is not None and not card.phases:
            yield found(
                RULE, (index,), FieldKey.PERIOD, evidence=row.text, places=row_places(card, FieldKey.PERIOD)
            )


def _form_asks(context: Context) -> bool:
    rows = [row for card in context.cards if (row := card.row(FieldKey.PERIOD)) is not None]
    is_asked = any(row.label is None or _ASKS.search(row.label) for row in rows)
    return is_asked or any(card.phases for card in context.cards)


RULE = Rule(
    code="phase-missing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD,),
    source="findings.md 2; D1",
    check=check,
)
