"""Row 4, responsible persons; all of them are invented."""

from __future__ import annotations

import pytest

from hankesalkku.core.values.people import read_people


@pytest.mark.parametrize("sign", [" / ", "/", ", ", "; ", " ja ", " och ", " and ", " & ", "\n"])
def test_people_are_split_at_each_separator(sign: str) -> None:
    reading = read_people(f"Maija Mallikas{sign}Ann-Marie von Mall")
    assert reading.value == ("Maija Mallikas", "Ann-Marie von Mall")
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("rehtori Maija Mallikas", ["rehtori"]),
        ("vs. sivistysjohtaja Maija Mallikas", ["vs. sivistysjohtaja"]),
        ("project manager Maija Mallikas", ["project manager"]),
        ("projektipäällikkö: Maija Mallikas", ["projektipäällikkö"]),
        ("Maija Mallikas, rehtori", ["rehtori"]),
        ("Maija Mallikas (rehtori, 1.8.2022 alkaen)", ["(rehtori, 1.8.2022 alkaen)"]),
        ("Maija Mallikas, p. 040 123 4567", ["p. 040 123 4567"]),
        ("Maija Mallikas, maija@mallila.example", ["maija@mallila.example"]),
    ],
)
def test_people_leave_titles_and_addresses_over(text: str, left: list[str]) -> None:
    reading = read_people(text)
    assert reading.value == ("Maija Mallikas",)
    assert [remark.text for remark in reading.remarks] == left


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("rehtori", ("rehtori",)),
        ("rehtori / sivistysjohtaja", ("rehtori", "sivistysjohtaja")),
        ("Mallikas, Maija", ("Mallikas", "Maija")),
        ("Jaana Mallikas", ("Jaana Mallikas",)),
    ],
)
def test_people_borderline(text: str, value: tuple[str, ...] | None) -> None:
    assert read_people(text).value == value
