"""Implementation periods of a card under the rules: years, starts, spans."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hankesalkku.core.card.card import Card
from hankesalkku.core.language.formats import format_date, format_period
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.period import Period


def periods(card: Card) -> tuple[Period, ...]:
    """Give the periods of a card in the order written."""
    return (card.period, *card.further.periods) if card.period else ()


def period_years(card: Card) -> frozenset[int] | None:
    """Give the calendar years of all periods, None where an end is unknown or lies before its start."""
    years = [period.years for period in periods(card)]
    if not years or not all(years):
        return None
    return frozenset(year for span in years if span for year in span)


def first_start(card: Card) -> PartialDate | None:
    """Give the earliest start, None where any is unknown."""
    starts = [period.start for period in periods(card)]
    known = [start for start in starts if start is not None]
    return min(known, key=lambda start: start.first_day) if known and len(known) == len(starts) else None


def exact_start(card: Card) -> date | None:
    """Give the day on which the project starts, None where it is not known to the day."""
    start = first_start(card)
    return start.exact if start else None


def days_by_year(card: Card) -> Counter[int]:
    """Count the days of each calendar year that the periods cover; nothing where an end is unknown."""
    days: Counter[int] = Counter()
    for period in periods(card):
        if period.start is None or period.end is None:
            return Counter()
        for year in period.years or ():
            first = max(period.start.first_day, date(year, 1, 1))
            last = min(period.end.last_day, date(year, 12, 31))
            days[year] += (last - first).days + 1
    return days


def years_begun(start: PartialDate, end: PartialDate) -> int:
    """Count the years of a period that have begun: 1.1.2020–31.12.2026 are 7, one day more makes 8.

    >>> years_begun(PartialDate(2020, 1, 1), PartialDate(2026, 12, 31))
    7
    >>> years_begun(PartialDate(2020, 6, 1), PartialDate(2027, 6, 1))
    8
    """
    first, past = start.first_day, end.last_day + timedelta(days=1)
    full = past.year - first.year
    return full if (past.month, past.day) <= (first.month, first.day) else full + 1


def written(*values: PartialDate | Period | date) -> str:
    """Write dates and periods one after the other, for evidence."""
    return "; ".join(
        format_period(each) if isinstance(each, Period) else format_date(each) for each in values
    )
