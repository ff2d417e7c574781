"""Row 13, the percentage of expenditure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.progress import read_progress


@pytest.mark.parametrize(
    ("text", "tenths"),
    [
        ("menot 120 345 € (31,5 % bruttomenoista)", 315),
        ("menot 120 345 € (31,5 %) ja tulot 5 € (20 %)", 315),
        ("tulot 5 € (20 % bruttotuloista), menot 9 € (41,5 % bruttomenoista)", 415),
        ("utgifter 120 345 € (31,5 % av bruttoutgifterna)", 315),
        ("income 5 € (20.0% of gross income), expenditure 9 € (31.5% of gross expenditure)", 315),
        ("Avustus 80 %, toteuma 45 %.", 450),
        ("Toteuma 45 %", 450),
        ("31,5 prosenttia", 315),
        ("45%", 450),
        ("110 %", 1100),
        ("31,55 %", 316),
        ("−5 %", -50),
    ],
)
def test_progress_in_each_notation(text: str, tenths: int) -> None:
    assert read_progress(text).value == tenths


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rahoitusosuus 20 %",
        "avustus 80 %",
        "Hankkeen tilanne ja talouden etenemä (%-lukuna)",
        "Tiedot päivittyvät v. 2022 tilinpäätökseen.",
        "45 % / 50 %",
        "40–50 %",
    ],
)
def test_progress_silent(text: str) -> None:
    assert read_progress(text).value is None


@given(st.integers(0, 99_999))
def test_progress_reads_back(tenths: int) -> None:
    assert read_progress(f"menot 1 € ({tenths // 10},{tenths % 10} % bruttomenoista)").value == tenths
