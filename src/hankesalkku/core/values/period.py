"""Implementation periods (*toteutusaika*), each end at its own precision, and the grammar of row 5.

Source: requirements D81; findings period-mixed-precision, start-year-implicit, period-several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hankesalkku.core.values.dates import (
    PartialDate,
    date_at,
    date_remarks,
    full_year,
    real_date,
    year_at,
)
from hankesalkku.core.values.month_words import month_of
from hankesalkku.core.values.phase import Phase, find_phases, phase_joints, phases_of
from hankesalkku.core.values.reading import Reading, Remark, RemarkCode
from hankesalkku.core.values.scanner import DASHES, Kind, Span, Tokens, left_over, remark_at, scan, words


@dataclass(frozen=True, slots=True)
class Period:
    """A start and an end, either of which may be unknown (None); the end is inclusive."""

    start: PartialDate | None
    end: PartialDate | None

    @property
    def years(self) -> range | None:
        """Give the calendar years from start to end, None where either is unknown."""
        if self.start is None or self.end is None:
            return None
        return range(self.start.year, self.end.year + 1)


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """Row 5: its periods and its phases; either value is None where the row has none.

    What neither grammar used is remarked upon in `periods` alone.
    """

    periods: Reading[tuple[Period, ...]]
    phases: Reading[tuple[Phase, ...]]


@dataclass(frozen=True, slots=True)
class _Mark:
    """One end of a period as written: a date, or a day and month (`lacks` a year), or an invalid day.

    `year` is the year of an invalid day, if it shows one; `is_iso` tells the form `2022-04-12`.
    """

    start: int
    end: int
    date: PartialDate | None
    lacks: tuple[int | None, int | None] | None = None
    year: int | None = None
    is_iso: bool = False
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Range:
    """A period among the text: its span, and the remarks made on the way."""

    period: Period
    start: int
    end: int
    remarks: tuple[Remark, ...] = ()


_RANGE_SIGN = re.compile(
    rf"\s*(?:[{DASHES}]|\b(?:to|till|until|through|tom|t\.o\.m\.)(?!\w))\s*", re.IGNORECASE
)
_FROM_UNTIL = re.compile(rf"\s*(?:alkaen|lähtien|från|from)\s*[{DASHES},]?\s*", re.IGNORECASE)
_CLOSES = re.compile(r"\s*(?:saakka|asti|mennessä)(?!\w)", re.IGNORECASE)
_OPENS = re.compile(
    rf"\s*(?:alkaen|lähtien|onwards)(?!\w)|\s*[{DASHES}]\s*(?:toistaiseksi|tills vidare|until further notice)"
    rf"|\s*[{DASHES}](?=\s*(?:\Z|[/,;)]|[^\W\d]))",
    re.IGNORECASE,
)
_TO_BEFORE = re.compile(
    rf"(?:(?<![^\s(])(?:till|until|t\.o\.m\.|tom|to|by|till och med)|[{DASHES}])\s*\Z", re.IGNORECASE
)
_FROM_BEFORE = re.compile(r"(?<![^\s(])(?:från och med|from|från|fr\.o\.m\.)\s*\Z", re.IGNORECASE)
_LABELS = words(
    "vuosi vuonna vuosina vuodet vuosille v vv aikana ajalla aika toteutusaika hankeaika åren året år"
    " perioden tiden under year years in during period the between and from välillä väliset"
)
_LOOK_BACK = 20


def read_period_row(text: str) -> PeriodRow:
    """Read the periods and phases of row 5 in any order.

    An end that is no date leaves its side open with DATE_INVALID; a single date is both ends.

    >>> read_period_row("1.1.–31.7.2023 / suunnittelu- ja toteutusvaihe").periods.value[0].start.iso
    '2023-01-01'
    >>> read_period_row("2022–31.12.2023").periods.remarks[0].code.value
    'period-mixed-precision'
    """
    phases = find_phases(text)
    ranges = _ranges(text)
    used = [Span(phase.start, phase.end) for phase in phases] + [
        Span(item.start, item.end) for item in ranges
    ]
    labels = (*_labels(text), *phase_joints(text)) if used else ()
    remarks = [remark for item in ranges for remark in item.remarks]
    if len(ranges) > 1:
        remarks.append(remark_at(RemarkCode.PERIOD_SEVERAL, text, ranges[0].start, ranges[-1].end))
    remarks += left_over(text, (*used, *labels))
    known = tuple(item.period for item in ranges if item.period != Period(None, None))
    return PeriodRow(Reading(known or None, text, tuple(remarks)), Reading(phases_of(phases), text))


def read_period(text: str) -> Reading[tuple[Period, ...]]:
    """Read the periods of a text that names no phase.

    >>> read_period("31.12.2022 saakka").value[0].start is None
    True
    """
    return read_period_row(text).periods


def _labels(text: str) -> Iterator[Span]:
    """Give the spans of the words that only announce a period."""
    for token in scan(text):
        if token.kind is Kind.WORD and token.folded in _LABELS:
            yield Span(token.start, token.end)


def _ranges(text: str) -> list[_Range]:
    """Pair the marks of a text that a range sign joins; a mark by itself is a period of its own."""
    marks = list(_marks(scan(text)))
    ranges = []
    place = 0
    while place < len(marks):
        pair = marks[place : place + 2]
        if len(pair) == 2 and _joined(text, *pair):
            ranges.append(_closed(text, *pair))
            place += 2
            continue
        ranges.append(_single(text, marks, place))
        place += 1
    return ranges


def _joined(text: str, one: _Mark, two: _Mark) -> bool:
    between = text[one.end : two.start]
    if one.is_iso and two.is_iso and between.strip() == "/":
        return True
    return bool(_RANGE_SIGN.fullmatch(between) or _FROM_UNTIL.fullmatch(between))


def _marks(tokens: Tokens) -> Iterator[_Mark]:
    index = 0
    while index < len(tokens):
        mark, stop = _mark_at(tokens, index)
        if mark is not None:
            yield mark
        index = stop


def _mark_at(tokens: Tokens, index: int) -> tuple[_Mark | None, int]:
    """Read one end of a period at a token; give the index to go on from."""
    match = date_at(tokens, index)
    if match is not None and match.code is not RemarkCode.DATE_WITHOUT_YEAR:
        mark = _Mark(
            tokens[index].start,
            tokens[match.stop - 1].end,
            match.date,
            year=_year_shown(tokens, match.stop - 1) if match.date is None else None,
            is_iso=tokens.follows(index, "N-N"),
            remarks=date_remarks(tokens, index, match),
        )
        return mark, match.stop
    if match is not None:
        return _without_year(tokens, index, match.stop)
    for read in (_day_month, _short_start):
        incomplete, stop = read(tokens, index)
        if incomplete is not None:
            return incomplete, stop
    return _year_mark(tokens, index)


def _year_shown(tokens: Tokens, last: int) -> int | None:
    digits = tokens[last].text
    return full_year(digits) if tokens[last].kind is Kind.NUMBER and len(digits) in {2, 4} else None


def _without_year(tokens: Tokens, index: int, stop: int) -> tuple[_Mark, int]:
    """Take `25 september`, whose year may come from the other end."""
    word = next(step for step in range(index, stop) if tokens[step].kind is Kind.WORD)
    lacks = (month_of(tokens[word].text), int(tokens[index].text))
    return _Mark(tokens[index].start, tokens[stop - 1].end, None, lacks=lacks), stop


def _day_month(tokens: Tokens, index: int) -> tuple[_Mark | None, int]:
    """Read `1.1.` and `1.1` before a range sign, whose year comes from the other end."""
    if not tokens.follows(index, "N.N") or tokens.precedes(index, "N.") or tokens.follows(index + 3, ".N"):
        return None, index
    if max(tokens.lengths(index, 0, 2)) > 2:
        return None, index
    stop = index + (4 if tokens.follows(index, "N.N.") else 3)
    if stop == index + 3 and tokens[tokens.past_space(stop)].kind is not Kind.DASH:
        return None, index
    lacks = (int(tokens[index + 2].text), int(tokens[index].text))
    return _Mark(tokens[index].start, tokens[stop - 1].end, None, lacks=lacks), stop


def _short_start(tokens: Tokens, index: int) -> tuple[_Mark | None, int]:
    """Read the `1.` of `1.–31.7.2023` and the `5` of `5–12/2023`: the rest comes from the other end."""
    token = tokens[index]
    if (
        token.kind is not Kind.NUMBER
        or len(token.text) > 2
        or tokens[index - 1].kind in {Kind.DOT, Kind.SLASH}
    ):
        return None, index
    stop = index + (2 if tokens.follows(index, "N.") else 1)
    dash = tokens.past_space(stop)
    ahead = tokens.past_space(dash + 1)
    match = date_at(tokens, ahead) if tokens[dash].kind is Kind.DASH else None
    if match is None:
        return None, index
    is_month = stop == index + 1 and tokens.follows(ahead, "N/")
    lacks = (int(token.text), None) if is_month else (None, int(token.text))
    return _Mark(token.start, tokens[stop - 1].end, None, lacks=lacks), stop


def _year_mark(tokens: Tokens, index: int) -> tuple[_Mark | None, int]:
    """Read `2022`, and the `23` of `2022–23`."""
    token = tokens[index]
    match = year_at(tokens, index)
    if match is not None:
        return _Mark(token.start, token.end, match.date), match.stop
    is_short = token.kind is Kind.NUMBER and len(token.text) == 2 and tokens.precedes(index, "N-")
    before = year_at(tokens, index - 2) if is_short and not tokens.follows(index + 1, ".") else None
    if before is None or before.date is None:
        return None, index + 1
    year = before.date.year // 100 * 100 + int(token.text)
    remark = remark_at(RemarkCode.DATE_TWO_DIGIT_YEAR, tokens.text, token.start, token.end, str(year))
    return _Mark(token.start, token.end, PartialDate(year), remarks=(remark,)), index + 1


def _closed(text: str, one: _Mark, two: _Mark) -> _Range:
    """Make a period of two ends; a start without a year takes it from the end."""
    remarks = [*one.remarks, *two.remarks]
    start, end = one.date, two.date
    if one.lacks is not None:
        start, remark = _completed(text, one, two)
        remarks.append(remark)
    elif start and end and start.precision is not end.precision:
        remarks.append(remark_at(RemarkCode.PERIOD_MIXED_PRECISION, text, one.start, two.end))
    if two.lacks is not None:
        remarks.append(remark_at(RemarkCode.DATE_WITHOUT_YEAR, text, two.start, two.end))
    stop = _close_word(text, two.end)
    return _Range(Period(start, end), _open_word(text, one.start), stop, tuple(remarks))


def _completed(text: str, one: _Mark, two: _Mark) -> tuple[PartialDate | None, Remark]:
    """Give the start with the year (and month) of the end, or the remark that it stays incomplete."""
    assert one.lacks is not None
    month, day = one.lacks
    year = two.date.year if two.date else two.year
    month = month or (two.date.month if two.date else None)
    date = real_date(year, month, day) if year and month and day != 0 else None
    if date is not None:
        return date, remark_at(RemarkCode.START_YEAR_IMPLICIT, text, one.start, one.end, date.iso)
    code = RemarkCode.DATE_INVALID if year and month else RemarkCode.DATE_WITHOUT_YEAR
    return None, remark_at(code, text, one.start, one.end)


def _single(text: str, marks: Sequence[_Mark], place: int) -> _Range:
    """Make a period of one mark: both ends, or one of them where a word or dash leaves the other open."""
    mark = marks[place]
    remarks = mark.remarks
    if mark.lacks is not None:
        remarks = (remark_at(RemarkCode.DATE_WITHOUT_YEAR, text, mark.start, mark.end),)
    behind = marks[place + 1].start if place + 1 < len(marks) else len(text)
    closes, opens = _CLOSES.match(text, mark.end, behind), _OPENS.match(text, mark.end, behind)
    to_before = _before(_TO_BEFORE, text, mark.start)
    from_before = _before(_FROM_BEFORE, text, mark.start)
    if closes or to_before is not None:
        start = mark.start if to_before is None else to_before
        return _Range(Period(None, mark.date), start, closes.end() if closes else mark.end, remarks)
    if opens or from_before is not None:
        start = mark.start if from_before is None else from_before
        return _Range(Period(mark.date, None), start, opens.end() if opens else mark.end, remarks)
    return _Range(Period(mark.date, mark.date), mark.start, mark.end, remarks)


def _before(pattern: re.Pattern[str], text: str, position: int) -> int | None:
    """Give where the words that end at a position begin, None where they are others."""
    left = max(0, position - _LOOK_BACK)
    match = pattern.search(text[left:position])
    return left + match.start() if match else None


def _close_word(text: str, end: int) -> int:
    match = _CLOSES.match(text, end)
    return match.end() if match else end


def _open_word(text: str, start: int) -> int:
    before = _before(_FROM_BEFORE, text, start)
    return start if before is None else before
