"""Row 14 confirms nothing (*toteumien tarkastusta ei ole vahvistettu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import UNDECIDED_PHASES
from hankesalkku.core.findings.signs.rows import is_only_at
from hankesalkku.core.findings.signs.status_words import confirms


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose row 14 has neither a yes nor a name with a date; a no with its reason is an answer."""
    for index, card in context.numbered:
        row = card.row(FieldKey.ACTUALS_CHECKED)
        if row is None or is_only_at(card, UNDECIDED_PHASES) or confirms(row.text, card.responsible_persons):
            continue
        yield found(
            RULE,
            (index,),
            FieldKey.ACTUALS_CHECKED,
            evidence=row.text,
            places=row_places(card, FieldKey.ACTUALS_CHECKED),
        )


RULE = Rule(
    code="attestation-missing",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.ACTUALS_CHECKED,),
    source="findings.md 2",
    check=check,
)
