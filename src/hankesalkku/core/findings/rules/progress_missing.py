"""Row 13 gives no percentage (*talouden etenemä puuttuu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.rows import is_only_at
from hankesalkku.core.findings.signs.status_words import states_percentage
from hankesalkku.core.values.phase import NOT_GRANTED_PHASES


def check(context: Context) -> Iterator[Finding]:
    """Report each card with a row 13 and no percentage in it; silent before a grant and without one."""
    for index, card in context.numbered:
        row = card.row(FieldKey.STATUS)
        if row is None or card.progress_tenths is not None or is_only_at(card, NOT_GRANTED_PHASES):
            continue
        if not states_percentage(row.text):
            yield found(
                RULE, (index,), FieldKey.STATUS, evidence=row.text, places=row_places(card, FieldKey.STATUS)
            )


RULE = Rule(
    code="progress-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.STATUS,),
    source="findings.md 2",
    check=check,
)
