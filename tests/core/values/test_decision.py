"""Rows 6 and 7: the decisions of funder (D54, D60) and municipality (D70–D72)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import (
    MunicipalDecision,
    is_office_holder,
    read_funder_decision,
    read_municipal_decision,
)
from hankesalkku.core.values.reading import RemarkCode

Funder = tuple[str | None, str | None, str | None]
Municipal = tuple[str | None, int | None, str | None]


def funders(text: str) -> list[Funder]:
    return [
        (
            item.funder_written,
            item.date.iso if item.date else None,
            item.case_number.normal if item.case_number else None,
        )
        for item in read_funder_decision(text).value or ()
    ]


def municipals(text: str) -> list[Municipal]:
    return [
        (item.body, item.section, item.date.iso if item.date else None)
        for item in read_municipal_decision(text).value or ()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OKM 12.4.2022 OKM/74/520/2022", ("OKM", "2022-04-12", "OKM/74/520/2022")),
        ("OKM/1117/520/2021", (None, None, "OKM/1117/520/2021")),
        ("Opetushallitus 27.4.2022 66/5297/2021", ("Opetushallitus", "2022-04-27", "66/5297/2021")),
        (
            "Etelä-Suomen aluehallintovirasto 18.2.2022 41152/2021",
            ("Etelä-Suomen aluehallintovirasto", "2022-02-18", "41152/2021"),
        ),
        ("OPH 109/3615/2022", ("OPH", None, "109/3615/2022")),
        ("Opetushallitus (66/5297/2021, 27.4.2022)", ("Opetushallitus", "2022-04-27", "66/5297/2021")),
        ("Opetushallitus / 27.4.2022 / 66/5297/2021", ("Opetushallitus", "2022-04-27", "66/5297/2021")),
        (
            "Opetushallitus, päätös 27.4.2022, dnro 66/5297/2021",
            ("Opetushallitus", "2022-04-27", "66/5297/2021"),
        ),
        (
            "12.4.2022 Opetus- ja kulttuuriministeriö OKM/74/520/2022",
            ("Opetus- ja kulttuuriministeriö", "2022-04-12", "OKM/74/520/2022"),
        ),
        ("Utbildningsstyrelsen 27 april 2022", ("Utbildningsstyrelsen", "2022-04-27", None)),
        ("Opetushallitus (OPH) 27.4.2022", ("Opetushallitus (OPH)", "2022-04-27", None)),
        ("OKM, OPH", ("OKM, OPH", None, None)),
        ("Horisontti 2020", ("Horisontti 2020", None, None)),
        ("ESR+ 15.6.2023 S30217", ("ESR+", "2023-06-15", "S30217")),
        ("20.6.2024 Erasmus+", ("Erasmus+", "2024-06-20", None)),
        ("OKM 2022 OKM/74/520/2022", ("OKM", "2022", "OKM/74/520/2022")),
        ("OKM 4/2022 OKM/74/520/2022", ("OKM", "2022-04", "OKM/74/520/2022")),
    ],
)
def test_funder_decision_in_each_order(text: str, expected: Funder) -> None:
    assert funders(text) == [expected]
    assert read_funder_decision(text).remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        "Opetushallitus 27.4.2022 66/5297/2021; Ruokavirasto 1.2.2022 123/2022",
        "Opetushallitus 27.4.2022 66/5297/2021 ja Ruokavirasto 1.2.2022 123/2022",
        "Opetushallitus 27.4.2022 66/5297/2021, Ruokavirasto 1.2.2022 123/2022",
        "Opetushallitus 27.4.2022 66/5297/2021 / Ruokavirasto 1.2.2022 123/2022",
        "66/5297/2021 27.4.2022 Opetushallitus, 123/2022 1.2.2022 Ruokavirasto",
    ],
)
def test_funders_several_are_kept_in_order(text: str) -> None:
    assert funders(text) == [
        ("Opetushallitus", "2022-04-27", "66/5297/2021"),
        ("Ruokavirasto", "2022-02-01", "123/2022"),
    ]


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        ("Ministeriö, haku va-tem-2026-16", ("Ministeriö", None, None), "haku va-tem-2026-16"),
        ("OKM 12.4.2022 (muutos 1.5.2023)", ("OKM", "2022-04-12", None), "(muutos 1.5.2023)"),
        ("Maakuntaliitto VN/12/2022 A70726", ("Maakuntaliitto", None, "VN/12/2022"), "A70726"),
    ],
)
def test_funder_row_leaves_over_what_is_no_decision(text: str, expected: Funder, left: str) -> None:
    assert funders(text) == [expected]
    assert [remark.text for remark in read_funder_decision(text).remarks] == [left]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OKM 4/2022", ("OKM", "2022-04", None)),
        ("OKM 12.4.2022 5/2022", ("OKM", "2022-04-12", "5/2022")),
        ("OKM 4/2022 5/2022", ("OKM", "2022-04", "5/2022")),
        ("OKM 2022 5/2022", ("OKM", "2022", "5/2022")),
    ],
)
def test_funder_month_and_weakest_number_are_told_apart(text: str, expected: Funder) -> None:
    assert funders(text) == [expected]
    assert funders(f"{text}; Maakuntaliitto A70726") == [expected, ("Maakuntaliitto", None, "A70726")]


def test_funder_number_malformed_and_date_invalid_are_remarked_upon() -> None:
    reading = read_funder_decision("Opetushallitus 31.712.2022 OPH /109/3615/2022")
    assert funders(reading.raw) == [("Opetushallitus", None, "OPH/109/3615/2022")]
    codes = {remark.code for remark in reading.remarks}
    assert codes == {RemarkCode.NUMBER_MALFORMED, RemarkCode.DATE_INVALID}


@pytest.mark.parametrize("text", ["", "-", "ei", "–"])
def test_decisions_none(text: str) -> None:
    assert read_funder_decision(text).value is None
    assert read_municipal_decision(text).value is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 47 / 19.5.2021", (None, 47, "2021-05-19")),
        ("§ 108 /27.10.2022", (None, 108, "2022-10-27")),
        ("§ 108 21.11.2022", (None, 108, "2022-11-21")),
        ("18.12.2022 § 129", (None, 129, "2022-12-18")),
        ("14.11.2023 § 56", (None, 56, "2023-11-14")),
        ("Hyvinvointilautakunta", ("Hyvinvointilautakunta", None, None)),
        ("Pöytäkirja 14.11.2023/Pykälä 56", (None, 56, "2023-11-14")),
        ("Protokoll 30.08.2016/Paragraf 75", (None, 75, "2016-08-30")),
        ("30 §", (None, 30, None)),
        ("30 § 19.5.2021", (None, 30, "2021-05-19")),
        ("Kh § 393", ("Kh", 393, None)),
        ("§:ssä 24", (None, 24, None)),
        ("elvoltk 08.03.2023 § 13", ("elvoltk", 13, "2023-03-08")),
        ("Jaosto 2 § 47", ("Jaosto 2", 47, None)),
        ("Kh/Kv § 5", ("Kh/Kv", 5, None)),
        ("§ 47/2021", (None, 47, "2021")),
        ("Lautakunta § 47 / 2021", ("Lautakunta", 47, "2021")),
        ("Lautakunta § 47 / 4/2021", ("Lautakunta", 47, "2021-04")),
        ("Lautakunta (19.5.2021 § 47)", ("Lautakunta", 47, "2021-05-19")),
        ("Bildningsnämnden § 5 / 2022-02-01", ("Bildningsnämnden", 5, "2022-02-01")),
        ("Education Committee, 1 Feb 2022, section 5", ("Education Committee", 5, "2022-02-01")),
    ],
)
def test_municipal_decision_in_each_order(text: str, expected: Municipal) -> None:
    assert municipals(text) == [expected]
    assert read_municipal_decision(text).remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        "Kasvatus- ja koulutuslautakunta § 5 / 1.2.2022 ja Kaupunginhallitus § 100 / 1.3.2022",
        "Kasvatus- ja koulutuslautakunta § 5 / 1.2.2022; Kaupunginhallitus § 100 / 1.3.2022",
        "Kasvatus- ja koulutuslautakunta 1.2.2022 § 5, Kaupunginhallitus 1.3.2022 § 100",
        "§ 5 / 1.2.2022 Kasvatus- ja koulutuslautakunta, Kaupunginhallitus § 100 / 1.3.2022",
    ],
)
def test_municipal_decisions_several_are_kept_in_order(text: str) -> None:
    assert municipals(text) == [
        ("Kasvatus- ja koulutuslautakunta", 5, "2022-02-01"),
        ("Kaupunginhallitus", 100, "2022-03-01"),
    ]


@pytest.mark.parametrize(
    ("text", "expected", "left"),
    [
        ("Hallintosääntö luku 5 § 23", [], "Hallintosääntö luku 5 § 23"),
        ("valtionavustuslain 28 §:n", [], "valtionavustuslain 28 §:n"),
        ("Kh § 5 / 1.2.2022, hallintosääntö § 23", [("Kh", 5, "2022-02-01")], "hallintosääntö § 23"),
        ("Case 15. / 85 §", [(None, 85, None)], "Case 15"),
        ("Kh § 24 / 16.2.2022 (talousarvio)", [("Kh", 24, "2022-02-16")], "(talousarvio)"),
        ("Kh § 24 / 16.2.2022 hyväksytty", [("Kh", 24, "2022-02-16")], "hyväksytty"),
        ("Kh 90/02.05.01.03/2023 § 5", [("Kh", 5, None)], "90/02.05.01.03/2023"),
    ],
)
def test_municipal_row_leaves_over_what_is_no_decision(
    text: str, expected: list[Municipal], left: str
) -> None:
    assert municipals(text) == expected
    assert [remark.text for remark in read_municipal_decision(text).remarks] == [left]


@pytest.mark.parametrize(
    ("text", "body", "iso"),
    [
        ("Rehtorin viranhaltijapäätös 15 / 3.4.2022", "Rehtorin viranhaltijapäätös", "2022-04-03"),
        ("Sivistysjohtaja, viranhaltijapäätös § 15/2022", "Sivistysjohtaja, viranhaltijapäätös", "2022"),
        ("viranhaltijapäätös nro 15, 3.4.2022", "viranhaltijapäätös", "2022-04-03"),
        ("viranhaltijapäätös 3.4.2022/15", "viranhaltijapäätös", "2022-04-03"),
        ("Tjänsteinnehavarbeslut 3.4.2022 § 15", "Tjänsteinnehavarbeslut", "2022-04-03"),
        ("Office-holder decision 15, 3 Apr 2022", "Office-holder decision", "2022-04-03"),
        ("Sivistysjohtaja § 15 / 3.4.2022", "Sivistysjohtaja", "2022-04-03"),
    ],
)
def test_office_holder_decision_keeps_number_and_word(text: str, body: str, iso: str) -> None:
    (decision,) = read_municipal_decision(text).value or ()
    assert decision == MunicipalDecision(body, 15, PartialDate.from_iso(iso), by_office_holder=True)


def test_office_holder_is_told_from_a_body() -> None:
    assert is_office_holder("Rektor") and not is_office_holder("Sivistyslautakunta")


Days = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2080, 12, 31)).map(PartialDate.of))
Bodies = st.sampled_from(
    ["Kh", "Hyvinvointilautakunta", "Kasvatus- ja koulutuslautakunta", "Mallilan jaosto 2"]
)


@given(Bodies, st.one_of(st.none(), st.integers(1, 999)), Days)
def test_municipal_decision_reads_back(body: str, section: int | None, day: PartialDate | None) -> None:
    parts = [f"§ {section}"] if section else []
    parts += [f"{day.day}.{day.month}.{day.year}"] if day else []
    text = f"{body} {' / '.join(parts)}".strip()
    assert municipals(text) == [(body, section, day.iso if day else None)]
    assert read_municipal_decision(text).remarks == ()
