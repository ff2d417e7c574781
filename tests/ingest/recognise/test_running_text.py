"""Cards in running text: wrapped, misspelt and cut labels, values that begin like labels."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS
from hankesalkku.ingest.read import plain_text
from hankesalkku.ingest.recognise.recogniser import recognise

VALUES = {
    FieldKey.NAME: "Kirjasto kuuluu kaikille 2023",
    FieldKey.DESCRIPTION: "Viedään kirjaston palvelut koulupolkujen varteen.",
    FieldKey.UNIT: "Sivistys / Kirjasto",
    FieldKey.RESPONSIBLE_PERSONS: "Aino Esimerkki",
    FieldKey.PERIOD: "1.1.2023–31.12.2023 / toteutusvaihe",
    FieldKey.FUNDER_DECISION: "OKM 1.12.2022 OKM/77/623/2022",
    FieldKey.MUNICIPAL_DECISION: "Sivistyslautakunta § 12 / 18.1.2023",
    FieldKey.BUDGET_YEARS: "2023",
    FieldKey.GROSS_INCOME: "16 000 €",
    FieldKey.GROSS_EXPENDITURE: "20 000 €",
    FieldKey.MUNICIPAL_SHARE: "4 000 €",
    FieldKey.OTHER_INFORMATION: "Dynasty: 12/12.03.00/2023",
    FieldKey.STATUS: "Hanke etenee suunnitelman mukaan, 45 %.",
    FieldKey.ACTUALS_CHECKED: "Kyllä, Aino Esimerkki 15.1.2024",
}


def source(text: str) -> SourceDocument:
    return plain_text.read(text.encode(), DEFAULT_LIMITS)


def rows_of(text: str) -> list[list[tuple[str, str]]]:
    document = source(text)
    cards = recognise(document).cards
    return [
        [(row.key, " ".join(document.text[slice(*span)] for span in row.value)) for row in card.rows]
        for card in cards
    ]


def card_text(keys: list[FieldKey], values: dict[FieldKey, str], language: str = "fi") -> str:
    labels = {field.key: field.label(language) for field in FIELDS}
    return "\n".join(f"{labels[key]}\n{values[key]}\n" for key in keys)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_cards_are_found_in_each_language(language: str) -> None:
    text = card_text(list(VALUES), VALUES, language) * 3
    assert rows_of(text) == [[(key.value, value) for key, value in VALUES.items()]] * 3


@given(st.sets(st.sampled_from(list(FieldKey)[1:]), min_size=4))
def test_missing_rows_do_not_disturb_the_others(kept: set[FieldKey]) -> None:
    keys = [key for key in FieldKey if key in kept or key is FieldKey.NAME]
    expected = [(key.value, VALUES[key]) for key in keys]
    assert rows_of(card_text(keys, VALUES) * 2) == [expected, expected]


@given(st.randoms(use_true_random=False))
def test_rows_after_the_name_may_stand_in_any_order(chance: random.Random) -> None:
    keys = list(FieldKey)[1:]
    chance.shuffle(keys)
    keys = [FieldKey.NAME, *keys]
    assert rows_of(card_text(keys, VALUES) * 2) == [[(key.value, VALUES[key]) for key in keys]] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Vastuuhenkilö vaihtui 1.1.2023.",
        "Menot ylittyivät hieman.",
        "Hankkeen tilanne on hyvä.",
        "Tulot kirjataan joulukuussa.",
        "Kuvaus päivitetään myöhemmin.",
    ],
)
def test_value_line_that_begins_like_a_label_stays_in_its_value(line: str) -> None:
    values = VALUES | {FieldKey.STATUS: f"Hanke on käynnissä.\n{line}"}
    text = card_text(list(VALUES), values) * 2
    expected = [(key.value, value.replace("\n", " ")) for key, value in values.items()]
    assert rows_of(text) == [expected, expected]


def test_label_may_be_hyphenated_anywhere() -> None:
    text = card_text(list(VALUES), VALUES).replace(
        "Bruttotulot koko hankeajalta\n", "Bruttotulot koko han-\nkeajalta\n\n"
    )
    assert dict(rows_of(text)[0])["gross_income"] == "16 000 €"


def test_label_with_a_wrong_letter_is_found() -> None:
    text = (
        card_text(list(VALUES), VALUES)
        .replace("on tarkastanut", "on tarkistnut")
        .replace("Hallinnoitsija", "Halinnoitsija")
    )
    assert dict(rows_of(text)[0]) == {key.value: value for key, value in VALUES.items()}


@pytest.mark.parametrize("break_mark", ["\f", "\n\nhttps://asiat.mallila.example/#/case/7\n\n\n\n"])
def test_label_cut_by_a_page_is_joined_around_its_value(break_mark: str) -> None:
    whole = FIELDS[13].label("fi")
    first, rest = "Vastuuhenkilö on tarkasta-\nnut hankkeen", "taloustoteumat talous- ym.\njärjestelmistä"
    value = VALUES[FieldKey.ACTUALS_CHECKED]
    cut = f"{first}\n\n{value}\n{break_mark}\n{rest}\n\n"
    text = card_text(list(VALUES), VALUES).replace(f"{whole}\n{value}\n", cut) + card_text(
        list(VALUES), VALUES
    )
    document = source(text)
    row = recognise(document).cards[0].rows[-1]
    assert row.key == FieldKey.ACTUALS_CHECKED
    assert [document.text[slice(*span)] for span in row.value] == [value]
    assert row.remarks == (RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK,)


def test_text_without_labels_gives_no_card_and_is_named_unread() -> None:
    document = source("Kokouksen muistio\n\nPuhuttiin säästä.\n")
    recognition = recognise(document)
    assert recognition.cards == ()
    assert [document.text[slice(*span)] for span in recognition.unread] == [
        "Kokouksen muistio",
        "Puhuttiin säästä.",
    ]


def test_page_numbers_and_running_heads_are_furniture() -> None:
    pages = [
        f"Mallilan kaupunki\n{card_text(list(VALUES), VALUES)}\nSivu {number}/3\n" for number in (1, 2, 3)
    ]
    document = source("\f".join(pages))
    furniture = {document.text[slice(*span)] for span in recognise(document).furniture}
    assert furniture == {"Mallilan kaupunki", "Sivu 1/3", "Sivu 2/3", "Sivu 3/3"}


@given(st.text(alphabet=st.sampled_from("Hankeimot \n\f-:€19"), max_size=400))
def test_any_text_is_recognised_without_fault(text: str) -> None:
    document = source(f"Mallila {text}")
    recognition = recognise(document)
    spans = [span for card in recognition.cards for row in card.rows for span in (*row.label, *row.value)]
    assert all(0 <= start < end <= len(document.text) for start, end in spans)
