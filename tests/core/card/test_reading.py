"""From the texts of rows to a card: fields by their grammars, what several rows say, the real report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.reading import card_of, funder_of_decision, read_row
from hankesalkku.core.values.decision import read_funder_decision
from tests.support.cards import card
from tests.support.real_sample import sample_document
from tests.support.truth import differences


def card_of_texts(*rows: tuple[str, str]) -> Card:
    return card_of((Row(key, None, text), read_row(key, text)) for key, text in rows)


def test_repeated_field_gives_the_first_value_there_is() -> None:
    made = card_of_texts(("unit", ""), ("unit", "Sivistys / Kirjasto"), ("unit", "Tekniikka"))

    assert made.unit == ("Sivistys", "Kirjasto")
    assert [row.text for row in made.rows] == ["", "Sivistys / Kirjasto", "Tekniikka"]


def test_values_after_the_first_are_further_ones() -> None:
    made = card(
        period="1.1.2022–31.12.2022, 1.3.2023–31.12.2023",
        municipal_decision="Kaupunginhallitus 14.3.2022 § 112; Tekninen lautakunta 5.4.2022 § 31",
        other_information="Dynasty: 90/02.05.01.03/2023, 91/02.05.01.03/2023",
    )

    assert [period.start and period.start.year for period in made.further.periods] == [2023]
    assert [decision.section for decision in made.further.municipal_decisions] == [31]
    assert [number.run for number in made.further.case_numbers] == [91]


def test_case_number_stands_in_an_extra_row_where_row_12_has_none() -> None:
    made = card(other_information="jatkuu", extra={"Asianumero": "411/10.03.01/2022"})

    assert made.case_number is not None
    assert made.case_number.run == 411


@pytest.mark.parametrize(
    ("text", "funder"),
    [
        ("OKM 12.4.2022", "Opetus- ja kulttuuriministeriö"),
        ("Mallilan säätiö 12.4.2022", "Mallilan säätiö"),
        ("ESAVI/18233/2022", "Etelä-Suomen aluehallintovirasto"),
        ("VN/12345/2022", None),
        ("EURA 2014/10624/09 02 01 01/2019/UML", None),
    ],
)
def test_funder_is_named_or_told_by_a_prefix_that_only_one_has(text: str, funder: str | None) -> None:
    (decision, *_) = read_funder_decision(text).value or ()

    assert funder_of_decision(decision) == funder


def test_rows_of_the_real_report_read_to_their_known_values(sample: Path) -> None:
    truth = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    made = sample_document(sample)

    assert len(made.cards) == 12
    assert differences(made, truth) == []
    assert [made.progress_tenths for made in made.cards] == [c["progress_percent"] for c in truth["cards"]]
