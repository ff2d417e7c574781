"""Row 8, budget years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.years import read_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022–2023", (2022, 2023)),
        ("2022-2023", (2022, 2023)),
        ("2021 – 2024", (2021, 2022, 2023, 2024)),
        ("2022", (2022,)),
        ("2022 ja 2023", (2022, 2023)),
        ("2022, 2023 och 2025", (2022, 2023, 2025)),
        ("vuosina 2022–2023", (2022, 2023)),
        ("2022/2023", (2022, 2023)),
        ("2022–23", (2022, 2023)),
        ("2022, 2022–2023", (2022, 2023)),
    ],
)
def test_years_in_each_notation(text: str, years: tuple[int, ...]) -> None:
    reading = read_years(text)
    assert reading.value == years
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("text", "years", "left"),
    [
        ("2022 (osin)", (2022,), ["(osin)"]),
        ("2023–2022", None, ["2023–2022"]),
        ("1900–2099", None, ["1900–2099"]),
        ("ei budjetoitu", None, ["ei budjetoitu"]),
        ("OKM/74/520/2022", None, ["OKM/74/520/2022"]),
    ],
)
def test_years_leave_the_rest_over(text: str, years: tuple[int, ...] | None, left: list[str]) -> None:
    reading = read_years(text)
    assert reading.value == years
    assert [remark.text for remark in reading.remarks] == left


@given(st.lists(st.integers(1990, 2099), min_size=1, unique=True))
def test_years_read_back(years: list[int]) -> None:
    assert read_years(", ".join(map(str, years))).value == tuple(years)
