"""Finnish public holidays on which no committee meets. Source: findings.md 3, meeting-on-holiday; Act 388/1937."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

_SATURDAY = 5
_FIXED = {
    (1, 1): "holiday-new-year",
    (1, 6): "holiday-epiphany",
    (5, 1): "holiday-may-day",
    (12, 6): "holiday-independence-day",
    (12, 24): "holiday-christmas-eve",
    (12, 25): "holiday-christmas-day",
    (12, 26): "holiday-boxing-day",
}
_AFTER_EASTER = {-2: "holiday-good-friday", 1: "holiday-easter-monday", 39: "holiday-ascension"}


def holiday_of(day: date) -> str | None:
    """Give the word of the holiday or Saturday that a day is, None for another day (Sundays among them).

    >>> holiday_of(date(2022, 12, 6)), holiday_of(date(2022, 4, 15)), holiday_of(date(2022, 12, 7))
    ('holiday-independence-day', 'holiday-good-friday', None)
    """
    fixed = _FIXED.get((day.month, day.day))
    if fixed is not None:
        return fixed
    moving = _AFTER_EASTER.get((day - easter(day.year)).days)
    if moving is not None:
        return moving
    if day == _midsummer_eve(day.year):
        return "holiday-midsummer-eve"
    return "saturday" if day.weekday() == _SATURDAY else None


def _midsummer_eve(year: int) -> date:
    """Give the Friday of 19–25 June."""
    first = date(year, 6, 19)
    return first + timedelta(days=(4 - first.weekday()) % 7)
