"""One section of one body and year on two days (*sama pykälä kahdella päivällä*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import (
    Meeting,
    by_body_and_year,
    card_indices,
    decision_places,
    decisions,
    quoted,
)


def check(context: Context) -> Iterator[Finding]:
    """Report each section that two or more days share, once for all cards concerned."""
    for (_, year), made in by_body_and_year(decisions(context)).items():
        sections: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in made:
            if meeting.section is not None:
                sections[meeting.section].append(meeting)
        for section, shared in sections.items():
            days = tuple(sorted({meeting.day for meeting in shared}))
            if len(days) > 1:
                cards = card_indices(shared)
                yield found(
                    RULE,
                    cards,
                    FieldKey.MUNICIPAL_DECISION,
                    evidence=f"{shared[0].body}: {quoted(shared)}",
                    places=decision_places(context, cards),
                    body=shared[0].body,
                    section=section,
                    year=year,
                    dates=days,
                )


RULE = Rule(
    code="section-two-dates",
    severity=Severity.ERROR,
    scope=Scope.CROSS,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3; D72",
    check=check,
)
