"""A later meeting has a smaller section (*pykälien järjestys*)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import (
    by_body_and_year,
    by_day,
    card_indices,
    decision_places,
    meetings,
    quoted,
)


def check(context: Context) -> Iterator[Finding]:
    """Report each two neighbouring days of a body and year whose sections run backwards."""
    for made in by_body_and_year(meetings(context)).values():
        with_section = [meeting for meeting in made if meeting.section is not None]
        for (day_a, here), (day_b, there) in pairwise(by_day(with_section)):
            section_a = max(meeting.section or 0 for meeting in here)
            section_b = min(meeting.section or 0 for meeting in there)
            if section_b >= section_a:
                continue
            ends = {(day_a, section_a), (day_b, section_b)}
            pair = [each for each in (*here, *there) if (each.day, each.section) in ends]
            cards = card_indices(pair)
            yield found(
                RULE,
                cards,
                FieldKey.MUNICIPAL_DECISION,
                evidence=f"{here[0].body}: {quoted(pair)}",
                places=decision_places(context, cards),
                section_a=section_a,
                date_a=day_a,
                section_b=section_b,
                date_b=day_b,
            )


RULE = Rule(
    code="section-order",
    severity=Severity.ERROR,
    scope=Scope.CROSS,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3; D72",
    check=check,
)
