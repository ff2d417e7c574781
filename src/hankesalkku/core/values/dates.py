"""Dates known to the year, the month or the day (ISO 8601-2, EDTF level 0), and their grammar.

Source: requirements D81; findings date-invalid, date-two-digit-year.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from hankesalkku.core.values.month_words import ALSO_OTHER_WORDS, month_of
from hankesalkku.core.values.reading import Reading, Remark, RemarkCode
from hankesalkku.core.values.scanner import Kind, Span, Tokens, left_over, remark_at, scan, words


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


FIRST_YEAR, LAST_YEAR = 1900, 2099
_CENTURY_TURN = 70


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date at `start`–`end` of a text; None where its token is no calendar day or lacks its year."""

    date: PartialDate | None
    start: int
    end: int
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date among tokens: `stop` is the index of the first token behind it."""

    date: PartialDate | None
    stop: int
    code: RemarkCode | None = None


def real_date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """Give the date, or None where the calendar has none."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def full_year(digits: str) -> int:
    """Give the year of two or four digits; two digits from 70 on are of the last century.

    >>> full_year("22"), full_year("98"), full_year("2022")
    (2022, 1998, 2022)
    """
    year = int(digits)
    if len(digits) != 2:
        return year
    return year + (1900 if year >= _CENTURY_TURN else 2000)


def candidates(token: str) -> tuple[PartialDate, ...]:
    """Give the days an impossible one may mean, earliest first.

    One end of the day or of the month is dropped, day and month are swapped,
    or the last day of the month is taken. Source: requirements D81, finding date-invalid.

    >>> [day.iso for day in candidates("31.712.2023")]
    ['2023-07-31', '2023-12-31']
    >>> [day.iso for day in candidates("31.4.2023")]
    ['2023-04-01', '2023-04-03', '2023-04-30']
    """
    numbers = [part.strip() for part in token.split(".")]
    if len(numbers) != 3 or not all(part.isascii() and part.isdigit() for part in numbers):
        return ()
    day, month, year = numbers
    if len(year) not in {2, 4} or len(day) > 4 or len(month) > 4:
        return ()
    pairs = [(int(part), int(month)) for part in _ends(day)] + [
        (int(day), int(part)) for part in _ends(month)
    ]
    pairs += [(int(month), int(day)), *_last_of_month(full_year(year), int(month), int(day))]
    found = {
        real_date(full_year(year), month_number, day_number)
        for day_number, month_number in pairs
        if month_number
    }
    return tuple(sorted((day_found for day_found in found if day_found), key=lambda found_day: found_day.iso))


def _ends(digits: str) -> set[str]:
    heads = {digits[:length] for length in range(1, len(digits))}
    return heads | {digits[-length:] for length in range(1, len(digits))}


def _last_of_month(year: int, month: int, day: int) -> list[tuple[int, int]]:
    if not (1 <= month <= 12 and 28 < day <= 31 and year):
        return []
    return [(calendar.monthrange(year, month)[1], month)]


def is_year(digits: str) -> bool:
    """Tell whether a text is a year a project may have, 1900–2099; what is no number is none."""
    is_number = len(digits) == 4 and digits.isascii() and digits.isdigit()
    return is_number and FIRST_YEAR <= int(digits) <= LAST_YEAR


def date_at(tokens: Tokens, index: int) -> DateMatch | None:
    """Read the day or month that begins at a token; a bare year is not one.

    The date of the match is None where the token has the form of a day and is none (DATE_INVALID),
    or is a day of a month without a year (DATE_WITHOUT_YEAR).
    """
    if tokens[index].kind is Kind.NUMBER:
        return (
            _dotted(tokens, index)
            or _iso(tokens, index)
            or _month_number(tokens, index)
            or _day_word(tokens, index)
        )
    if tokens[index].kind is Kind.WORD:
        return _month_word(tokens, index)
    return None


def _dotted(tokens: Tokens, index: int) -> DateMatch | None:
    """Read `12.4.2022`, `12. 4. 2022`, `12.4.22`, and `31.712.2023` as invalid."""
    steps = next((steps for shape, steps in _DOTTED if tokens.follows(index, shape)), None)
    if steps is None or tokens.precedes(index, "N."):
        return None
    stop = index + steps[2] + 1
    lengths = tokens.lengths(index, *steps)
    if (
        tokens.follows(stop, ".N")
        or not _is_day_shape(lengths)
        or (lengths[2] == 2 and _in_slashes(tokens, index, stop))
    ):
        return None
    day, month, year = (tokens[index + step].text for step in steps)
    found = (
        real_date(full_year(year), int(month), int(day))
        if len(year) != 3 and int(day) and int(month)
        else None
    )
    if found is None:
        return DateMatch(None, stop, RemarkCode.DATE_INVALID)
    return DateMatch(found, stop, RemarkCode.DATE_TWO_DIGIT_YEAR if len(year) == 2 else None)


_DOTTED = (("N.N.N", (0, 2, 4)), ("N.N._N", (0, 2, 5)), ("N._N._N", (0, 3, 6)))


def _is_day_shape(lengths: tuple[int, ...]) -> bool:
    day, month, year = lengths
    return day <= 3 and month <= 4 and 2 <= year <= 4 and not (month == 3 and year == 3)


def _in_slashes(tokens: Tokens, index: int, stop: int) -> bool:
    """Tell whether the tokens are the task class of a case number, `90/02.05.01/2023`."""
    return tokens.follows(stop, "/N") or tokens.precedes(index, "N/")


def _iso(tokens: Tokens, index: int) -> DateMatch | None:
    """Read `2022-04-12` and `2022-04`, not the parts of `MliDno-2019-07`."""
    if not tokens.follows(index, "N-N") or tokens.precedes(index, "W-") or tokens.precedes(index, "W"):
        return None
    if tokens.lengths(index, 0, 2) != (4, 2):
        return None
    year, month = int(tokens[index].text), int(tokens[index + 2].text)
    if tokens.follows(index, "N-N-N") and len(tokens[index + 4].text) == 2:
        day = real_date(year, month, int(tokens[index + 4].text)) if month else None
        return DateMatch(day, index + 5, None if day else RemarkCode.DATE_INVALID)
    is_more = (
        tokens.precedes(index, "/") or tokens.follows(index + 3, "/N") or tokens.follows(index + 3, ".N")
    )
    if is_more or tokens[index + 1].text != "-":
        return None
    found = real_date(year, month) if month else None
    return DateMatch(found, index + 3) if found else None


def _month_number(tokens: Tokens, index: int) -> DateMatch | None:
    """Read `5/2007` and `5.2007`, not the end of a case number."""
    if not (tokens.follows(index, "N/N") or tokens.follows(index, "N.N")):
        return None
    if tokens[index - 1].kind in {Kind.SLASH, Kind.WORD, Kind.DOT} or tokens[index + 3].kind is Kind.SLASH:
        return None
    month, year = tokens[index].text, tokens[index + 2].text
    if len(month) > 2 or not 1 <= int(month) <= 12 or not is_year(year) or tokens.follows(index + 3, ".N"):
        return None
    return DateMatch(PartialDate(int(year), int(month)), index + 3)


def _day_word(tokens: Tokens, index: int) -> DateMatch | None:
    """Read `12. huhtikuuta 2022`, `12 April 2022`, and `25 september` as lacking its year."""
    word = tokens.past_space(index + 2 if tokens.follows(index, "N.") else index + 1)
    month = (
        month_of(tokens[word].text)
        if tokens[word].kind is Kind.WORD and len(tokens[index].text) <= 2
        else None
    )
    if month is None:
        return None
    year = tokens.past_space(word + 2 if tokens.follows(word, "W.") else word + 1)
    if is_year(tokens[year].text) and tokens[year].kind is Kind.NUMBER:
        found = (
            real_date(int(tokens[year].text), month, int(tokens[index].text))
            if int(tokens[index].text)
            else None
        )
        return DateMatch(found, year + 1, None if found else RemarkCode.DATE_INVALID)
    if tokens[word].folded in ALSO_OTHER_WORDS:
        return None
    return DateMatch(None, word + 1, RemarkCode.DATE_WITHOUT_YEAR)


def _month_word(tokens: Tokens, index: int) -> DateMatch | None:
    """Read `April 12, 2022`, `huhtikuu 2022` and `Apr. 2022`."""
    month = month_of(tokens[index].text)
    if month is None:
        return None
    number = tokens.past_space(index + 2 if tokens.follows(index, "W.") else index + 1)
    if tokens[number].kind is not Kind.NUMBER:
        return None
    if is_year(tokens[number].text):
        return DateMatch(PartialDate(int(tokens[number].text), month), number + 1)
    year = tokens.past_space(number + 2)
    if not (tokens.follows(number, "N,") and len(tokens[number].text) <= 2 and is_year(tokens[year].text)):
        return None
    found = real_date(int(tokens[year].text), month, int(tokens[number].text) or 99)
    return DateMatch(found, year + 1, None if found else RemarkCode.DATE_INVALID)


def year_at(tokens: Tokens, index: int) -> DateMatch | None:
    """Read a bare year that is no part of a longer number, `2022` but not the end of `66/5297/2021`."""
    token = tokens[index]
    if token.kind is not Kind.NUMBER or not is_year(token.text):
        return None
    if tokens.precedes(index, "N/") or tokens.precedes(index, "N.") or tokens.follows(index + 1, ".N"):
        return None
    if tokens[index - 1].kind is Kind.WORD or tokens[index + 1].kind is Kind.WORD:
        return None
    return DateMatch(PartialDate(int(token.text)), index + 1)


def date_remarks(tokens: Tokens, index: int, match: DateMatch) -> tuple[Remark, ...]:
    """Give the remark on a match that began at `index`; its note holds what it may mean or was read as."""
    if match.code is None:
        return ()
    start, end = tokens[index].start, tokens[match.stop - 1].end
    note = match.date.iso if match.date else None
    if match.code is RemarkCode.DATE_INVALID:
        days = candidates(tokens.text[start:end])
        note = ", ".join(f"{day.day}.{day.month}.{day.year}" for day in days) or None
    return (remark_at(match.code, tokens.text, start, end, note),)


def find_dates(text: str, *, years: bool = False) -> tuple[DateFound, ...]:
    """Find the days and months in a text, invalid ones too; `years` asks for bare years as well.

    Source: requirements D81.

    >>> [(found.date.iso, found.start, found.end) for found in find_dates("§ 47 / 19.5.2021")]
    [('2021-05-19', 7, 16)]
    >>> find_dates("1.1.2023–31.712.2023")[1].remarks[0].note
    '31.7.2023, 31.12.2023'
    >>> find_dates("90/02.05.01.03/2023, 4.200 €, § 108")
    ()
    """
    return tuple(_find(scan(text), years))


def _find(tokens: Tokens, years: bool) -> Iterator[DateFound]:
    index = 0
    while index < len(tokens):
        match = date_at(tokens, index) or (year_at(tokens, index) if years else None)
        if match is None:
            index += 1
            continue
        remarks = date_remarks(tokens, index, match)
        yield DateFound(match.date, tokens[index].start, tokens[match.stop - 1].end, remarks)
        index = match.stop


_LABELS = words("pvm päivätty den date dated datum vuosi år year")


def read_date(text: str) -> Reading[PartialDate]:
    """Read one date at its own precision; a second one and other words are left over.

    >>> read_date("12.4.2022").value
    PartialDate(year=2022, month=4, day=12)
    >>> read_date("12 April 2022").value == read_date("2022-04-12").value == read_date("12.4.2022").value
    True
    >>> read_date("25 september").remarks[0].code
    <RemarkCode.DATE_WITHOUT_YEAR: 'date-without-year'>
    """
    found = find_dates(text, years=True)
    labels = [Span(token.start, token.end) for token in scan(text) if token.folded in _LABELS]
    used = [Span(item.start, item.end) for item in found[:1]] + labels
    remarks = tuple(remark for item in found[:1] for remark in item.remarks) + left_over(text, used)
    return Reading(found[0].date if found else None, text, remarks)
