"""Case numbers: the forms of requirements D60 and their normal form D62."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.case_number import CaseNumber, NumberKind, find_numbers, read_number
from hankesalkku.core.values.reading import RemarkCode

Kind = NumberKind


@pytest.mark.parametrize(
    ("text", "kind", "run", "year", "prefix", "task_class"),
    [
        ("90/02.05.01.03/2023", Kind.TASK_CLASS, 90, 2023, None, "02.05.01.03"),
        ("89/00.01.05/2023", Kind.TASK_CLASS, 89, 2023, None, "00.01.05"),
        ("HEL 2018-003543 T 02 05 02", Kind.HELSINKI, 3543, 2018, "HEL", "02 05 02"),
        ("HEL 2016-009672", Kind.HELSINKI, 9672, 2016, "HEL", None),
        ("8005-2019 (00 01 05)", Kind.TURKU, 8005, 2019, None, "00 01 05"),
        ("6681-2009 (041)", Kind.TURKU, 6681, 2009, None, "041"),
        ("MliDno-2019-753", Kind.CLOUDNC, 753, 2019, "MLI", None),
        ("OKM/74/520/2022", Kind.OKM, 74, 2022, "OKM", "520"),
        ("VN/18139/2021", Kind.MINISTRY, 18139, 2021, "VN", None),
        ("ESAVI/14652/2022", Kind.AVI, 14652, 2022, "ESAVI", None),
        ("66/5297/2021", Kind.OPH, 66, 2021, None, None),
        ("178/582/2017", Kind.OPH, 178, 2017, None, None),
        ("OPH/109/3615/2022", Kind.OPH, 109, 2022, "OPH", None),
        ("OPH-2727-2023", Kind.OPH_GUIDANCE, 2727, 2023, "OPH", None),
        ("KASELY387/04.00.05.00/2010", Kind.ELY, 387, 2010, "KASELY", "04.00.05.00"),
        ("UUDELY/387/2010", Kind.ELY, 387, 2010, "UUDELY", None),
        ("EURA 2014/4256/09 02 01 01/2016/PSL", Kind.EURA_2014, 4256, 2016, "EURA", "09 02 01 01"),
        ("A70726", Kind.EU_PROJECT, 70726, None, "A", None),
        ("va-tem-2026-16", Kind.CALL, 16, 2026, "VA", None),
        ("41152/2021", Kind.BARE, 41152, 2021, None, None),
        ("THL/592/2022", Kind.BARE, 592, 2022, "THL", None),
    ],
)
def test_number_in_each_form(
    text: str, kind: NumberKind, run: int, year: int | None, prefix: str | None, task_class: str | None
) -> None:
    assert read_number(text) == CaseNumber(kind, text, text, run, year, prefix, task_class)
    (found,) = find_numbers(f"Dynasty: {text}, muu", bare=True)
    assert (found.number.normal, found.start, found.remarks) == (text, 9, ())


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("OPH /109/3615/2022", "OPH/109/3615/2022"),
        ("OKM / 74 / 520 / 2022", "OKM/74/520/2022"),
        ("ESAVI//14652/2022", "ESAVI/14652/2022"),
        ("/90/02.05.01.03/2023", "90/02.05.01.03/2023"),
        ("90 /02.05.01.03/2023", "90/02.05.01.03/2023"),
        ("OPH–2727–2023", "OPH-2727-2023"),
        ("MliDno–2019–753", "MliDno-2019-753"),
    ],
)
def test_number_malformed_suggests_its_normal_form(text: str, normal: str) -> None:
    (found,) = find_numbers(text, bare=False)
    (remark,) = found.remarks
    assert (found.number.written, found.number.normal) == (text, normal)
    assert (remark.code, remark.text, remark.note) == (RemarkCode.NUMBER_MALFORMED, text, normal)


@pytest.mark.parametrize("text", ["HEL 2018–003543", "okm/74/520/2022", "8005-2019(00 01 05)"])
def test_number_in_a_usual_variant_is_not_remarked_upon(text: str) -> None:
    (found,) = find_numbers(text, bare=False)
    assert found.remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        "1.1.2023–31.12.2023",
        "12/4/2022",
        "305 360 €",
        "4.200 €",
        "2021/2022",
        "§ 47/2021",
        "https://asiat.mallila.example/OKM/74/520/2022",
        "www.mallila.example/90/02.05.01.03/2023",
        "010203-2023",
        "COVID-19",
        "2022–2023",
    ],
)
def test_number_false_friends_are_passed_over(text: str) -> None:
    assert find_numbers(text, bare=True) == ()


def test_bare_form_is_found_on_request_only() -> None:
    assert find_numbers("Kokous 1/2023", bare=False) == ()
    assert [found.number.run for found in find_numbers("Kokous 1/2023", bare=True)] == [1]


def test_numbers_are_found_in_the_order_written() -> None:
    text = "66/5297/2021, OKM/74/520/2022 ja 41152/2021"
    kinds = [found.number.kind for found in find_numbers(text, bare=True)]
    assert kinds == [Kind.OPH, Kind.OKM, Kind.BARE]


@given(
    st.integers(1, 999_999),
    st.integers(1990, 2099),
    st.sampled_from(["OKM/{}/520/{}", "ESAVI/{}/{}", "VN/{}/{}", "{}/02.05.01.03/{}", "{}/{}"]),
)
def test_number_reads_back_its_normal_form(run: int, year: int, form: str) -> None:
    text = form.format(run, year)
    number = read_number(text)
    if form == "{}/{}" and run + 1 == year:
        assert number is None
    else:
        assert number is not None
        assert (number.normal, number.run, number.year) == (text, run, year)
