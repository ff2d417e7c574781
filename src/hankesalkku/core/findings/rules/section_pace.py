"""Sections advance much slower or faster than over the year (*pykälien tahti*)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, Thresholds, found
from hankesalkku.core.findings.finding import Finding, Percent, Scope, Severity
from hankesalkku.core.findings.signs.decisions import (
    Meeting,
    by_body_and_year,
    by_day,
    card_indices,
    decision_places,
    meetings,
    quoted,
)
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.period import Period

_JULY = 7


@dataclass(frozen=True, slots=True)
class _Step:
    """Two neighbouring days of a body: how many days and sections lie between them."""

    here: list[Meeting]
    there: list[Meeting]
    days: int
    sections: int

    @property
    def first(self) -> date:
        return self.here[0].day

    @property
    def last(self) -> date:
        return self.there[0].day


def check(context: Context) -> Iterator[Finding]:
    """Report steps of a year with enough pairs whose sections grow far off the year's mean pace.

    Silent for short gaps and across July, when committees rest; a step that does not grow is left to
    `section-two-dates` and `section-order`.
    """
    limits = context.thresholds
    for made in by_body_and_year(meetings(context)).values():
        with_section = [meeting for meeting in made if meeting.section is not None]
        if len({(meeting.day, meeting.section) for meeting in with_section}) < limits.pace_pairs_at_least:
            continue
        year = _step(with_section, with_section)
        for (_, here), (_, there) in pairwise(by_day(with_section)):
            step = _step(here, there)
            percent = _limit_passed(step, year, limits)
            if percent is not None:
                yield _finding(context, step, year, percent)


def _step(here: list[Meeting], there: list[Meeting]) -> _Step:
    """Measure from one group to another; a group against itself is measured from its first to its last."""
    is_whole = here is there
    ordered = sorted(here, key=lambda meeting: (meeting.day, meeting.section or 0))
    later = sorted(there, key=lambda meeting: (meeting.day, meeting.section or 0))
    start, end = (ordered[0], later[-1]) if is_whole else (ordered[-1], later[0])
    return _Step(here, there, (end.day - start.day).days, (end.section or 0) - (start.section or 0))


def _limit_passed(step: _Step, year: _Step, limits: Thresholds) -> int | None:
    """Give the percentage of the usual pace that a step falls below or exceeds, None where it does neither."""
    if step.days < limits.pace_gap_days_at_least or step.sections <= 0 or year.sections <= 0:
        return None
    if step.first.month <= _JULY <= step.last.month:
        return None
    seen, expected = 100 * step.sections * year.days, year.sections * step.days
    if seen < limits.pace_slow_percent * expected:
        return limits.pace_slow_percent
    return limits.pace_fast_percent if seen > limits.pace_fast_percent * expected else None


def _finding(context: Context, step: _Step, year: _Step, percent: int) -> Finding:
    cards = card_indices((*step.here, *step.there))
    return found(
        RULE,
        cards,
        FieldKey.MUNICIPAL_DECISION,
        evidence=f"{step.here[0].body}: {quoted((*step.here, *step.there))}",
        places=decision_places(context, cards),
        threshold=Percent(100 * percent),
        seen=step.sections,
        dates=Period(PartialDate.of(step.first), PartialDate.of(step.last)),
        expected=(2 * year.sections * step.days + year.days) // (2 * year.days),
    )


RULE = Rule(
    code="section-pace",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3; practice.md 5",
    check=check,
    is_import_remark=True,
)
