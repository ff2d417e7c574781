"""Row 3, the administering unit."""

from __future__ import annotations

import pytest

from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.core.values.unit import read_unit


@pytest.mark.parametrize(
    "text",
    [
        "Hyvinvointi / Opetus- ja koulutuspalvelut",
        "Hyvinvointi/ Opetus- ja koulutuspalvelut",
        "Hyvinvointi – Opetus- ja koulutuspalvelut",
        "Hyvinvointi > Opetus- ja koulutuspalvelut",
        "Hyvinvointi | Opetus- ja koulutuspalvelut",
        "Hyvinvointi\nOpetus- ja koulutuspalvelut",
    ],
)
def test_unit_is_split_at_each_separator(text: str) -> None:
    reading = read_unit(text)
    assert reading.value == ("Hyvinvointi", "Opetus- ja koulutuspalvelut")
    assert reading.remarks == ()


def test_unit_leaves_a_role_over() -> None:
    text = "Hyvinvointi / Opetus- ja koulutuspalvelut, hankevastaava"
    reading = read_unit(text)
    assert reading.value == ("Hyvinvointi", "Opetus- ja koulutuspalvelut")
    assert [(remark.code, remark.text) for remark in reading.remarks] == [
        (RemarkCode.LEFT_OVER, "hankevastaava")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        (" / ", None),
        ("Kulttuuri, liikunta", ("Kulttuuri, liikunta",)),
        ("Hyvinvointi", ("Hyvinvointi",)),
    ],
)
def test_unit_borderline(text: str, value: tuple[str, ...] | None) -> None:
    assert read_unit(text).value == value
