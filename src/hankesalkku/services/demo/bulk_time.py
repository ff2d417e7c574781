"""When bulk projects run, how exactly that is known, and what was decided before they began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.services.demo.city import DEMO_DAY

FIRST_YEAR, YEARS = 2016, 12
MONTHS_LONG = (6, 10, 12, 12, 12, 17, 18, 24, 24, 30, 36)
START_MONTHS = (1, 1, 1, 8, 8, 9, 3, 4, 5, 10)
ONLY_YEARS, ONLY_MONTHS = 0.07, 0.18
FINAL_REPORT_DAYS = 200
NEW_COMMITTEES = date(2025, 6, 1)
_BODIES = {
    "Sivistys": ("Sivistyslautakunta", "Sivistyslautakunta"),
    "Hyvinvointi": ("Sivistyslautakunta", "Hyvinvointilautakunta"),
    "Elinvoima": ("Kaupunginhallitus", "Elinvoimalautakunta"),
    "Tekniset palvelut": ("Tekninen lautakunta", "Tekninen lautakunta"),
    "Konsernipalvelut": ("Kaupunginhallitus", "Kaupunginhallitus"),
}
"""Which body decides for a division: before and from `NEW_COMMITTEES` on."""
_MONDAY, _WEDNESDAY = 0, 2


@dataclass(frozen=True, slots=True)
class BulkTime:
    """First and last day, the period as text and as value, the phase on `DEMO_DAY`.

    `decided` is the day of the funder's decision, `checked` the day of row 14 as printed.
    """

    start: date
    end: date
    text: str
    period: Period
    phase: Phase
    decided: PartialDate
    checked: str


def draw_time(random: Random) -> BulkTime:
    """Draw when a project runs; there are more of the later years."""
    year = FIRST_YEAR + int(YEARS * random.random() ** 0.7)
    month = START_MONTHS[int(len(START_MONTHS) * random.random())]
    start = date(year, month, 1)
    end = _end(year, month, MONTHS_LONG[int(len(MONTHS_LONG) * random.random())])
    text, period = _period(start, end, random.random())
    decided = finnish_date(start - timedelta(30 + int(90 * random.random())))[1]
    checked = finnish_date(min(end, DEMO_DAY) + timedelta(-20 + int(15 * random.random())))[0]
    return BulkTime(start, end, text, period, _phase(start, end, random.random()), decided, checked)


@cache
def finnish_date(day: date) -> tuple[str, PartialDate]:
    """Give a day as printed, and as a value.

    >>> finnish_date(date(2026, 4, 1))[0]
    '1.4.2026'
    """
    return f"{day.day}.{day.month}.{day.year}", PartialDate.of(day)


@cache
def meeting_before(division: str, start: date) -> tuple[str, date]:
    """Give the body that decides for a division, and its last meeting two weeks or more before a day."""
    latest = start - timedelta(14)
    body = _BODIES[division][latest >= NEW_COMMITTEES]
    weekday = _MONDAY if body == "Kaupunginhallitus" else _WEDNESDAY
    return body, latest - timedelta((latest.weekday() - weekday) % 7)


def _end(year: int, month: int, months: int) -> date:
    """Give the last day of a period of some months."""
    index = year * 12 + month - 1 + months
    return date(index // 12, index % 12 + 1, 1) - timedelta(1)


def _period(start: date, end: date, chance: float) -> tuple[str, Period]:
    if chance < ONLY_YEARS and start.year < end.year:
        return f"{start.year}–{end.year}", Period(PartialDate(start.year), PartialDate(end.year))
    if chance < ONLY_MONTHS:
        first, last = PartialDate(start.year, start.month), PartialDate(end.year, end.month)
        return f"{start.month}/{start.year}–{end.month}/{end.year}", Period(first, last)
    (first_text, first), (last_text, last) = finnish_date(start), finnish_date(end)
    return f"{first_text}–{last_text}", Period(first, last)


def _phase(start: date, end: date, chance: float) -> Phase:
    """Give the phase of a project on `DEMO_DAY`: 6 % were rejected, 2 % withdrawn."""
    if start > DEMO_DAY:
        steps = (
            (0.1, Phase.IDEA),
            (0.35, Phase.APPLICATION),
            (0.6, Phase.AWAITING_DECISION),
            (1, Phase.PLANNING),
        )
        return next(phase for limit, phase in steps if chance < limit)
    if chance < 0.08:
        return Phase.REJECTED if chance < 0.06 else Phase.WITHDRAWN
    if end >= DEMO_DAY:
        return Phase.IMPLEMENTATION
    is_recent = end >= DEMO_DAY - timedelta(FINAL_REPORT_DAYS)
    return Phase.FINAL_REPORT if is_recent and chance < 0.8 else Phase.CLOSED
