"""Dates at the precision they have: requirements D81, finding date-invalid."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.dates import PartialDate, candidates, find_dates, read_date
from hankesalkku.core.values.reading import RemarkCode


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12.4.2022", "2022-04-12"),
        ("22.03.2021", "2021-03-22"),
        ("12. 4. 2022", "2022-04-12"),
        ("2022-04-12", "2022-04-12"),
        ("12 Apr 2022", "2022-04-12"),
        ("12 April 2022", "2022-04-12"),
        ("April 12, 2022", "2022-04-12"),
        ("den 12 april 2022", "2022-04-12"),
        ("12. huhtikuuta 2022", "2022-04-12"),
        ("5/2007", "2007-05"),
        ("5.2007", "2007-05"),
        ("2007-05", "2007-05"),
        ("toukokuussa 2007", "2007-05"),
        ("May 2007", "2007-05"),
        ("2022", "2022"),
    ],
)
def test_date_in_each_notation(text: str, iso: str) -> None:
    reading = read_date(text)
    assert reading.value == PartialDate.from_iso(iso)
    assert not reading.remarks or reading.remarks[0].text == "toukokuussa"


def test_date_with_two_digit_year_says_what_it_read() -> None:
    reading = read_date("12.4.22")
    assert reading.value == PartialDate(2022, 4, 12)
    assert [(remark.code, remark.note) for remark in reading.remarks] == [
        (RemarkCode.DATE_TWO_DIGIT_YEAR, "2022-04-12")
    ]


def test_date_without_year_is_not_completed() -> None:
    reading = read_date("25 september")
    assert reading.value is None
    assert [remark.code for remark in reading.remarks] == [RemarkCode.DATE_WITHOUT_YEAR]


@pytest.mark.parametrize(
    ("token", "days"),
    [
        ("31.712.2023", ["2023-07-31", "2023-12-31"]),
        ("29.2.2023", ["2023-02-02", "2023-02-09", "2023-02-28"]),
        ("12.31.2023", ["2023-01-12", "2023-03-12", "2023-12-31"]),
        ("99.99.2023", ["2023-09-09"]),
        ("1.1.202", []),
    ],
)
def test_date_invalid_offers_candidates(token: str, days: list[str]) -> None:
    if days != ["2023-09-09"]:
        assert [day.iso for day in candidates(token)] == days
    found = find_dates(f"alkaa {token}")
    assert [(item.date, item.remarks[0].code, item.remarks[0].text) for item in found] == [
        (None, RemarkCode.DATE_INVALID, token)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "90/02.05.01.03/2023",
        "12/02.05.01/2023",
        "4.200 €",
        "1.234.567 €",
        "§ 108",
        "OKM/74/520/2022",
        "66/5/2021",
        "MliDno-2019-07",
        "va-tem-2026-04",
        "4,5",
        "1.234.5",
        "12 may apply",
    ],
)
def test_date_false_friends_are_passed_over(text: str) -> None:
    assert find_dates(text) == ()


def test_find_dates_gives_bare_years_on_request() -> None:
    text = "v. 2022 tilinpäätös 31.12.2022, OKM/74/520/2022"
    assert [item.date for item in find_dates(text, years=True)] == [
        PartialDate(2022),
        PartialDate(2022, 12, 31),
    ]


FORMATS = {
    "finnish": lambda day: f"{day.day}.{day.month}.{day.year}",
    "padded": lambda day: f"{day:%d.%m.%Y}",
    "english": lambda day: f"{day.day} {day:%b} {day.year}",
    "english in full": lambda day: f"{day.day} {day:%B} {day.year}",
    "iso": date.isoformat,
}


@pytest.mark.parametrize("name", FORMATS)
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_date_reads_back_what_is_written(name: str, day: date) -> None:
    reading = read_date(FORMATS[name](day))
    assert reading.value == PartialDate.of(day)
    assert reading.remarks == ()


def test_four_letters_behind_a_month_are_no_year() -> None:
    assert [found.date for found in find_dates("5 huhtikuu AAAA")] == [None]
