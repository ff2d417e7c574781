"""Several cards have one decision (*sama päätös usealla kortilla*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import (
    Meeting,
    card_indices,
    decision_places,
    decisions,
    quoted,
)


def check(context: Context) -> Iterator[Finding]:
    """Report each body, section and day that two or more cards share."""
    shared: dict[tuple[str, int, date], list[Meeting]] = defaultdict(list)
    for meeting in decisions(context):
        if meeting.section is not None:
            shared[meeting.body_key, meeting.section, meeting.day].append(meeting)
    for (_, section, day), made in shared.items():
        cards = card_indices(made)
        if len(cards) > 1:
            yield found(
                RULE,
                cards,
                FieldKey.MUNICIPAL_DECISION,
                evidence=f"{made[0].body}: {quoted(made)}",
                places=decision_places(context, cards),
                section=section,
                date=day,
                count=len(cards),
            )


RULE = Rule(
    code="two-projects-one-section",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3",
    check=check,
)
