"""Dates known to the year, the month or the day (ISO 8601-2, EDTF level 0)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Precision(IntEnum):
    """How exactly a date is known."""

    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date at its own precision; always a real one.

    Raises:
        ValueError: month or day do not exist.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read `2022`, `2022-04` or `2022-04-12`.

        Raises:
            ValueError: the text has another form or no such day exists.
        """
        parts = [int(part) for part in text.split("-")]
        if not 1 <= len(parts) <= 3:
            raise ValueError(f"not a date: {text}")
        return cls(*parts)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Take over a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """Tell how exactly the date is known."""
        if self.day is not None:
            return Precision.DAY
        return Precision.MONTH if self.month is not None else Precision.YEAR

    @property
    def iso(self) -> str:
        """Write the date as EDTF, as precisely as it is known."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        return text if self.day is None else f"{text}-{self.day:02d}"

    @property
    def first_day(self) -> date:
        """Give the first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """Give the last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """Give the day, or None where only month or year is known."""
        return self.first_day if self.precision is Precision.DAY else None
