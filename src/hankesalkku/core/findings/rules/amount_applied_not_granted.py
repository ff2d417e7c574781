"""The income was applied for, not granted (*haettu, ei myönnetty*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import written_amounts
from hankesalkku.core.reference.amount_words import APPLIED_WORDS, GRANTED_WORDS
from hankesalkku.core.values.phase import NOT_GRANTED_PHASES

_APPLIED = re.compile(rf"\b(?:{'|'.join(APPLIED_WORDS)})\b", re.I)
_GRANTED = re.compile(rf"\b(?:{'|'.join(GRANTED_WORDS)})", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Report such a word beside an amount from the phase of planning on; without a phase nothing is claimed."""
    for index, card in context.numbered:
        row = card.row(FieldKey.GROSS_INCOME)
        is_granted_phase = bool(card.phases) and NOT_GRANTED_PHASES.isdisjoint(card.phases)
        if row is None or not is_granted_phase or card.gross_income is None:
            continue
        if _APPLIED.search(row.text) and not _GRANTED.search(row.text):
            value = next(iter(written_amounts(row.text)), row.text)
            places = row_places(card, FieldKey.GROSS_INCOME)
            yield found(RULE, (index,), FieldKey.GROSS_INCOME, evidence=row.text, places=places, value=value)


RULE = Rule(
    code="amount-applied-not-granted",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.GROSS_INCOME,),
    source="findings.md 5",
    check=check,
)
