"""A body decided on a Sunday (*kokous sunnuntaina*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import Meeting, body_key, meetings, municipal_decisions
from hankesalkku.core.findings.signs.periods import written
from hankesalkku.core.language.formats import format_date

_SUNDAY = 6
_SHOWN_AT_MOST = 2
_NEAR_DAYS = 45


def check(context: Context) -> Iterator[Finding]:
    """Report the first such decision of each card; office-holders may decide on any day."""
    met = meetings(context)
    for index, card in context.numbered:
        for decision in municipal_decisions(card):
            day = decision.date.exact if decision.date and not decision.by_office_holder else None
            if day is not None and day.weekday() == _SUNDAY:
                yield found(
                    RULE,
                    (index,),
                    FieldKey.MUNICIPAL_DECISION,
                    evidence=written(day),
                    places=row_places(card, FieldKey.MUNICIPAL_DECISION),
                    suggestions=_nearest(met, body_key(decision.body or ""), day),
                    date=day,
                )
                break


def _nearest(met: tuple[Meeting, ...], body: str, day: date) -> tuple[str, ...]:
    """Give the nearest days on which the body is known to have met, none that is more than some weeks away."""
    days = {
        meeting.day
        for meeting in met
        if meeting.body_key == body
        and meeting.day.weekday() != _SUNDAY
        and abs((meeting.day - day).days) <= _NEAR_DAYS
    }
    near = sorted(days, key=lambda each: (abs((each - day).days), each))
    return tuple(format_date(each) for each in near[:_SHOWN_AT_MOST])


RULE = Rule(
    code="meeting-on-sunday",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3; D72",
    check=check,
    suppresses=("meeting-on-holiday",),
)
