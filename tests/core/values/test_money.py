"""Sums of money: every notation of requirements D80."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.values.money import AmountFound, Money, NamedPart, find_amounts, read_money
from hankesalkku.core.values.reading import RemarkCode

Code = RemarkCode
NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@pytest.mark.parametrize(
    ("text", "cents", "codes"),
    [
        ("305 360 €", 305_360_00, {Code.THOUSANDS_WITH_SPACE}),
        (f"305{NBSP}360{NBSP}€", 305_360_00, {Code.THOUSANDS_WITH_SPACE}),
        (f"305{NARROW}360 €", 305_360_00, {Code.THOUSANDS_WITH_SPACE}),
        (f"305{THIN}360{THIN}€", 305_360_00, {Code.THOUSANDS_WITH_SPACE}),
        ("110 000 euroa", 110_000_00, {Code.THOUSANDS_WITH_SPACE}),
        ("5 000 EUR", 5_000_00, {Code.THOUSANDS_WITH_SPACE}),
        ("€ 5 000", 5_000_00, {Code.THOUSANDS_WITH_SPACE}),
        (" 4.200 € ", 4_200_00, {Code.THOUSANDS_WITH_DOT}),
        ("336.452 euroa", 336_452_00, {Code.THOUSANDS_WITH_DOT}),
        ("1.336.452 €", 1_336_452_00, {Code.THOUSANDS_WITH_DOT}),
        ("252.339,00", 252_339_00, {Code.THOUSANDS_WITH_DOT, Code.AMOUNT_UNIT_MISSING}),
        ("346181€", 346_181_00, set()),
        ("31 778,40 €", 31_778_40, {Code.THOUSANDS_WITH_SPACE}),
        ("31 778.40 €", 31_778_40, {Code.THOUSANDS_WITH_SPACE}),
        ("0 €", 0, set()),
        ("   889 €", 889_00, set()),
        ("−3 014 €", -3_014_00, {Code.THOUSANDS_WITH_SPACE}),
        ("–5 €", -5_00, set()),
        ("1,0 milj. euroa", 1_000_000_00, {Code.AMOUNT_SCALED}),
        ("3,41 miljoonaa euroa", 3_410_000_00, {Code.AMOUNT_SCALED}),
        ("1,7 M€", 1_700_000_00, {Code.AMOUNT_SCALED}),
        ("250 t€", 250_000_00, {Code.AMOUNT_SCALED}),
        ("14,5 miljoonaa", 14_500_000_00, {Code.AMOUNT_SCALED, Code.AMOUNT_UNIT_MISSING}),
        ("n. 5,2 miljoonaa euroa", 5_200_000_00, {Code.AMOUNT_APPROXIMATE, Code.AMOUNT_SCALED}),
        ("cirka 500 euro", 500_00, {Code.AMOUNT_APPROXIMATE}),
        ("about 500 €", 500_00, {Code.AMOUNT_APPROXIMATE}),
        ("enintään 500 €", 500_00, {Code.AMOUNT_IS_MAXIMUM}),
        ("högst 500 €", 500_00, {Code.AMOUNT_IS_MAXIMUM}),
        ("at most 500 €", 500_00, {Code.AMOUNT_IS_MAXIMUM}),
        ("5 000 € (alv 0 %)", 5_000_00, {Code.THOUSANDS_WITH_SPACE, Code.LEFT_OVER}),
        ("500 € (päätös 12.4.2022)", 500_00, {Code.LEFT_OVER}),
    ],
)
def test_amount_in_each_notation(text: str, cents: int, codes: set[RemarkCode]) -> None:
    reading = read_money(text)
    assert reading.value == Money(cents)
    assert {remark.code for remark in reading.remarks} == codes


@pytest.mark.parametrize(
    "text",
    [
        "4.20",
        "999.99 €",
        "1.234.5",
        "12 000 – 15 000",
        "12 000–15 000 €",
        "12,345 €",
        "1.234 567 €",
        "1 2345 €",
        "- 5 000 €",
    ],
)
def test_amount_that_may_mean_two_things_is_not_guessed(text: str) -> None:
    reading = read_money(text)
    assert reading.value is None
    assert reading.has(Code.AMOUNT_UNREADABLE)


@pytest.mark.parametrize(
    "text",
    [
        "02.05.01.03",
        "90/02.05.01.03/2023",
        "1.1.2023",
        "2022",
        "§ 108",
        "108 §",
        "040 123 4567",
        "+358 40 1234567",
        "17 hanketta",
        "80%",
        "17 %:n",
        "COVID-19",
    ],
)
def test_amount_false_friends_are_none(text: str) -> None:
    reading = read_money(text)
    assert reading.value is None
    assert [remark.code for remark in reading.remarks] == [Code.AMOUNT_UNREADABLE]


@pytest.mark.parametrize("text", ["-", "–", "ei", "Ei ole", "nej", "none"])
def test_amount_stated_to_be_nothing(text: str) -> None:
    reading = read_money(text)
    assert reading.value is None
    assert [remark.code for remark in reading.remarks] == [Code.AMOUNT_STATED_NONE]


def test_amount_without_digits_says_nothing_about_money() -> None:
    assert read_money("").remarks == ()
    assert [remark.code for remark in read_money("selvitetään").remarks] == [Code.LEFT_OVER]


@pytest.mark.parametrize(
    "text",
    [
        "305 360 € (esiopetus: 64 000 €, perusopetus: 241 360 €)",
        "305 360 € (esiopetus 64 000 € ja perusopetus 241 360 €)",
        "305 360 €: esiopetus 64 000 €, perusopetus 241 360 €",
        "305 360 €, esiopetus 64 000 €, perusopetus 241 360 €",
        "305 360 € (64 000 € esiopetus, 241 360 € perusopetus)",
        "esiopetus 64 000 €, perusopetus 241 360 €, yhteensä 305 360 €",
    ],
)
def test_parts_in_each_notation(text: str) -> None:
    reading = read_money(text)
    assert reading.value == Money(
        305_360_00, (NamedPart("esiopetus", 64_000_00), NamedPart("perusopetus", 241_360_00))
    )
    assert {remark.code for remark in reading.remarks} == {Code.THOUSANDS_WITH_SPACE}


@pytest.mark.parametrize(
    "text", ["500 €, josta esiopetus 60 €", "500 € (josta 60 € esiopetus)", "500 €, varav esiopetus 60 €"]
)
def test_parts_that_are_a_selection(text: str) -> None:
    reading = read_money(text)
    assert reading.value == Money(500_00, (NamedPart("esiopetus", 60_00),))
    assert [remark.code for remark in reading.remarks] == [Code.PARTS_ARE_SELECTION]


@pytest.mark.parametrize(
    "name", ["1–2 lk", "osa 2", "v. 2023", "liikunta ja kulttuuri", "muu (ei alv)", "Mallilan kaupunki"]
)
def test_part_name_may_hold_numbers_joints_and_brackets(name: str) -> None:
    reading = read_money(f"500 € (lukio: 64 €, {name}: 5 €)")
    assert reading.value == Money(500_00, (NamedPart("lukio", 64_00), NamedPart(name, 5_00)))
    assert reading.remarks == ()


@pytest.mark.parametrize("text", ["5 € / 6 €", "esiopetus 64 €, perusopetus 241 €", "5 €, lisäksi muu 2 €"])
def test_several_totals_are_not_chosen_from(text: str) -> None:
    reading = read_money(text)
    assert reading.value is None
    assert reading.has(Code.AMOUNT_SEVERAL)


@pytest.mark.parametrize(
    ("text", "cents"), [("−3 014", -3_014_000_00), ("12,5", 12_500_00), ("2050", 2_050_000_00)]
)
def test_column_unit_scales_bare_digits(text: str, cents: int) -> None:
    reading = read_money(text, unit_cents=100_000)
    assert reading.value == Money(cents)
    assert reading.has(Code.AMOUNT_SCALED)


def test_column_unit_yields_to_a_written_unit() -> None:
    assert read_money("500 €", unit_cents=100_000).value == Money(500_00)


def test_amount_note_tells_what_was_read() -> None:
    assert read_money("4.200 €").remarks[0].note == "4200.00"


def test_find_amounts_takes_only_sums_with_a_unit() -> None:
    text = "Vuonna 2022 haettiin 17 hankkeelle 4.200 € ja 1,5 milj. euroa (12 000 oppilasta, § 12)."
    assert find_amounts(text) == (AmountFound(4_200_00, 35, 42), AmountFound(1_500_000_00, 46, 61))


Cents = st.integers(min_value=-(10**12), max_value=10**12)


def written(cents: int, group: str, unit: str, minus: str = "−") -> str:
    whole, rest = divmod(abs(cents), 100)
    digits = f"{whole:,}".replace(",", group) + (f",{rest:02d}" if rest else "")
    return (minus if cents < 0 else "") + digits + unit


@given(
    Cents,
    st.sampled_from([" ", NBSP, NARROW, THIN, ".", ""]),
    st.sampled_from([" €", "€", " euroa", NBSP + "€"]),
)
def test_money_reads_back_what_is_written(cents: int, group: str, unit: str) -> None:
    assert read_money(written(cents, group, unit)).value == Money(cents)


Names = st.lists(st.sampled_from(["esiopetus", "perusopetus", "lukio", "liikunta ja kulttuuri"]), unique=True)


@given(Cents, Names, st.data())
def test_money_reads_back_its_parts(cents: int, names: list[str], data: st.DataObject) -> None:
    money = Money(cents, tuple(NamedPart(name, data.draw(Cents)) for name in names))
    listed = ", ".join(f"{part.name}: {written(part.cents, NBSP, NBSP + '€')}" for part in money.parts)
    text = written(cents, NBSP, NBSP + "€") + (f" ({listed})" if listed else "")
    assert read_money(text).value == money
    assert not read_money(text).has(Code.LEFT_OVER)
