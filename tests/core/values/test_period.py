"""Row 5, period and phase: requirements D81 and D1."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.period import Period, read_period, read_period_row
from hankesalkku.core.values.phase import PHASE_WORDS, Phase
from hankesalkku.core.values.reading import RemarkCode

Code = RemarkCode


def period(start: str | None, end: str | None) -> Period:
    return Period(PartialDate.from_iso(start) if start else None, PartialDate.from_iso(end) if end else None)


@pytest.mark.parametrize(
    ("text", "start", "end", "codes"),
    [
        ("12.4.2022–31.12.2023", "2022-04-12", "2023-12-31", []),
        ("1.1.2023 – 31.12.2023", "2023-01-01", "2023-12-31", []),
        ("1.1.2022-31.12.2023", "2022-01-01", "2023-12-31", []),
        ("30.04.2017 - 05.08.2019", "2017-04-30", "2019-08-05", []),
        ("1.9.2018 — 31.8.2019", "2018-09-01", "2019-08-31", []),
        ("2022–31.12.2023", "2022", "2023-12-31", [Code.PERIOD_MIXED_PRECISION]),
        ("2020 – 31.12.2022", "2020", "2022-12-31", [Code.PERIOD_MIXED_PRECISION]),
        ("1.1.–31.7.2023", "2023-01-01", "2023-07-31", [Code.START_YEAR_IMPLICIT]),
        ("12.5.-16.6.2022", "2022-05-12", "2022-06-16", [Code.START_YEAR_IMPLICIT]),
        ("1.–31.7.2023", "2023-07-01", "2023-07-31", [Code.START_YEAR_IMPLICIT]),
        ("5–12/2023", "2023-05", "2023-12", [Code.START_YEAR_IMPLICIT]),
        ("2022-2023", "2022", "2023", []),
        ("2019 — 2021", "2019", "2021", []),
        ("vuosina 2018–2021", "2018", "2021", []),
        ("2022–23", "2022", "2023", [Code.DATE_TWO_DIGIT_YEAR]),
        ("2022", "2022", "2022", []),
        ("12.4.2022", "2022-04-12", "2022-04-12", []),
        ("5/2007", "2007-05", "2007-05", []),
        ("5/2022–12/2023", "2022-05", "2023-12", []),
        ("31.12.2022 saakka", None, "2022-12-31", []),
        ("–31.12.2022", None, "2022-12-31", []),
        ("t.o.m. 31.12.2022", None, "2022-12-31", []),
        ("until 31 Dec 2022", None, "2022-12-31", []),
        ("1.1.2023–", "2023-01-01", None, []),
        ("1.1.2023 alkaen", "2023-01-01", None, []),
        ("från 1.1.2023", "2023-01-01", None, []),
        ("1.1.2023 – toistaiseksi", "2023-01-01", None, []),
        ("från 1.1.2023 till 31.12.2023", "2023-01-01", "2023-12-31", []),
        ("1 Jan 2023–31 Dec 2023", "2023-01-01", "2023-12-31", []),
        ("1 January 2023 to 31 December 2023", "2023-01-01", "2023-12-31", []),
        ("2023-01-01–2023-12-31", "2023-01-01", "2023-12-31", []),
        ("2023-01-01/2023-12-31", "2023-01-01", "2023-12-31", []),
        ("1.1.2023–31.712.2023", "2023-01-01", None, [Code.DATE_INVALID]),
        ("1.1.2023–31.7.", "2023-01-01", None, [Code.DATE_WITHOUT_YEAR]),
        ("1.1.2023–31.12.2023 (jatkoaika haettu)", "2023-01-01", "2023-12-31", [Code.LEFT_OVER]),
    ],
)
def test_period_in_each_notation(
    text: str, start: str | None, end: str | None, codes: list[RemarkCode]
) -> None:
    row = read_period_row(text)
    assert row.periods.value == (period(start, end),)
    assert [remark.code for remark in row.periods.remarks] == codes
    assert row.phases.value is None


@pytest.mark.parametrize("text", ["", "25 september", "31.712.2023", "ei vielä tiedossa"])
def test_period_without_a_known_end_has_no_value(text: str) -> None:
    assert read_period(text).value is None


def test_period_invalid_end_notes_the_candidates() -> None:
    (remark,) = read_period("1.1.2023–31.712.2023").remarks
    assert (remark.text, remark.note) == ("31.712.2023", "31.7.2023, 31.12.2023")


def test_periods_several_may_be_open() -> None:
    reading = read_period("2022–, –31.5.2023")
    assert reading.value == (period("2022", None), period(None, "2023-05-31"))


def test_periods_several_are_kept_in_order() -> None:
    reading = read_period("1.1.2022–31.12.2022 ja 1.3.2023–31.5.2023")
    assert reading.value == (period("2022-01-01", "2022-12-31"), period("2023-03-01", "2023-05-31"))
    assert [remark.code for remark in reading.remarks] == [Code.PERIOD_SEVERAL]


@pytest.mark.parametrize(
    "text",
    [
        "1.1.2023–31.12.2023 / suunnittelu- ja toteutusvaihe",
        "suunnittelu- ja toteutusvaihe / 1.1.2023–31.12.2023",
        "1.1.2023–31.12.2023, suunnittelu- ja toteutusvaihe",
        "1.1.2023–31.12.2023\nplanerings- och genomförandefas",
        "1 Jan 2023–31 Dec 2023 (planning and implementation phase)",
    ],
)
def test_row_gives_period_and_phases_in_any_order(text: str) -> None:
    row = read_period_row(text)
    assert row.periods.value == (period("2023-01-01", "2023-12-31"),)
    assert row.phases.value == (Phase.PLANNING, Phase.IMPLEMENTATION)
    assert row.periods.remarks == ()


Days = st.dates(date(1990, 1, 1), date(2080, 12, 31)).map(PartialDate.of)
Months = Days.map(lambda day: PartialDate(day.year, day.month))
Years = Days.map(lambda day: PartialDate(day.year))
Ends = st.one_of(Days, Months, Years)


def written(day: PartialDate) -> str:
    if day.month is None:
        return str(day.year)
    return f"{day.month}/{day.year}" if day.day is None else f"{day.day}.{day.month}.{day.year}"


@given(Ends, Ends, st.sampled_from(["–", " – ", "-", " - "]), st.sampled_from(sorted(PHASE_WORDS)), st.data())
def test_row_reads_back_what_is_written(
    start: PartialDate, end: PartialDate, sign: str, language: str, data: st.DataObject
) -> None:
    phases = tuple(data.draw(st.lists(st.sampled_from(list(Phase)), unique=True, min_size=1)))
    words = ", ".join(PHASE_WORDS[language][phase] for phase in phases)
    row = read_period_row(f"{written(start)}{sign}{written(end)} / {words}")
    assert row.periods.value == (Period(start, end),)
    assert row.phases.value == phases
    assert not row.periods.has(Code.LEFT_OVER)


@given(st.one_of(Days, Years))
def test_row_reads_back_open_ends(day: PartialDate) -> None:
    assert read_period(f"{written(day)}–").value == (Period(day, None),)
    assert read_period(f"–{written(day)}").value == (Period(None, day),)
