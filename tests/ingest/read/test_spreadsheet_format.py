"""Numbers and dates as a person sees them in a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import NumericCell
from hankesalkku.ingest.read.spreadsheet.format import BUILT_IN, number_cell

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("raw", "number_format", "shown"),
    [
        ("305360", "General", "305360"),
        ("305360.0", "", "305360"),
        ("31778.4", "General", "31778,4"),
        ("0.30000000000000004", "General", "0,3"),
        ("1.5E3", "General", "1500"),
        ("305360", "#,##0", f"305{SPACE}360"),
        ("31778.404", "#,##0.00", f"31{SPACE}778,40"),
        ("305360", '#,##0 "€"', f"305{SPACE}360 €"),
        ("305360", "# ##0\\ [$€-40B]", f"305{SPACE}360 €"),
        ("-15000", '#,##0.00;[Red]-#,##0.00', f"-15{SPACE}000,00"),
        ("-15000", "#,##0_);(#,##0)", f"(15{SPACE}000)"),
        ("-15000", "#,##0", f"-15{SPACE}000"),
        ("0", '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-', "- €"),
        ("12.5", '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-', "12,50 €"),
        ("0.8", "0%", f"80{SPACE}%"),
        ("0.805", "0.0%", f"80,5{SPACE}%"),
        ("305360", "#,##0,", "305"),
        ("1.5", "0.##", "1,5"),
        ("2", "0.##", "2"),
        ("33333.335", "0.00", "33333,34"),
        ("90", '"Dnro "0', "Dnro 90"),
        ("0.5", "# ?/?", "0,5"),
        ("1234", "0.00E+00", "1234"),
        ("1234", "@", "1234"),
        ("", "0", ""),
        ("nan", "0", "nan"),
        ("1E+999999999", "0", "1E+999999999"),
    ],
)  # fmt: skip
def test_number_as_seen(raw: str, number_format: str, shown: str) -> None:
    assert number_cell(raw, number_format)[0] == shown


@pytest.mark.parametrize(
    ("raw", "number_format", "shown", "day"),
    [
        ("44663", "d.m.yyyy", "12.4.2022", PartialDate(2022, 4, 12)),
        ("44663", BUILT_IN[14], "12.4.2022", PartialDate(2022, 4, 12)),
        ("44663.4375", "d.m.yyyy h:mm", "12.4.2022 10:30", PartialDate(2022, 4, 12)),
        ("44663", 'd"."mmmm"ta" yyyy', "12.4.2022", PartialDate(2022, 4, 12)),
        ("44663", "mm/yyyy", "4/2022", PartialDate(2022, 4)),
        ("44663", "yyyy", "2022", PartialDate(2022)),
        ("1", "d.m.yyyy", "1.1.1900", PartialDate(1900, 1, 1)),
        ("61", "d.m.yyyy", "1.3.1900", PartialDate(1900, 3, 1)),
    ],
)
def test_date_as_seen(raw: str, number_format: str, shown: str, day: PartialDate) -> None:
    assert number_cell(raw, number_format) == (shown, NumericCell(None, day, number_format))


def test_date_system_of_1904() -> None:
    assert number_cell("43201", "d.m.yyyy", is_1904=True)[0] == "12.4.2022"


@pytest.mark.parametrize(
    ("raw", "number_format", "shown"), [("0.3125", "h:mm", "7:30"), ("1.5", "[h]:mm", "36:00")]
)
def test_time_of_day_is_no_date(raw: str, number_format: str, shown: str) -> None:
    assert number_cell(raw, number_format) == (shown, NumericCell(raw, None, number_format))


def test_number_beside_keeps_what_the_format_rounds() -> None:
    assert number_cell("33333.33", "0") == ("33333", NumericCell("33333.33", None, "0"))


def test_serial_beyond_the_calendar_is_a_number() -> None:
    assert number_cell("99999999", "d.m.yyyy") == ("99999999", NumericCell("99999999", None, "d.m.yyyy"))


@given(st.text(max_size=20), st.text(alphabet='0#?,.%;@"\\[]$€hmsdy -_*E+', max_size=20))
def test_any_number_and_format_give_some_text(raw: str, number_format: str) -> None:
    number_cell(raw, number_format)


@given(st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(sorted(BUILT_IN.values())))
def test_any_number_survives_every_built_in_format(value: object, number_format: str) -> None:
    number_cell(str(value), number_format)
