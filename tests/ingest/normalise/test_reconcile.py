"""Card documents of other programs: values without rows, values corrected while the rows stayed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.ingest.refusal import CannotRead, Reason

VALUES: dict[str, Any] = {
    "name": "Kirjasto kuuluu kaikille",
    "unit": ["Sivistys", "Kirjasto"],
    "responsible_persons": ["Aino Esimerkki"],
    "period": {"start": "2031-01-01", "end": "2031-12-31"},
    "phase": "planning+implementation",
    "funder": "Opetushallitus",
    "funder_decision": {"date": "2030-11-02", "case_number": "OPH/5/100/2030"},
    "municipal_decision": {"body": "Sivistyslautakunta", "section": 12, "date": "2030-12-10"},
    "budget_years": [2031],
    "gross_income": {
        "total": "9000.00",
        "parts": [{"name": "lukio", "amount": "4000.00"}, {"name": "opisto", "amount": "5000.00"}],
    },
    "case_number": "12/12.03.00/2031",
    "status": "Etenemä 45 %.",
}


def read(card: dict[str, Any]) -> CardDocument:
    content = json.dumps({"schema": "hankesalkku.cards/1", "cards": [card]}).encode()
    return read_cards(File("kortit.json", content))


def texts(card: dict[str, Any]) -> dict[str, str]:
    return {row.key: row.text.replace("\u00a0", " ") for row in read(card).cards[0].rows}


def test_values_without_rows_get_rows_that_say_them() -> None:
    assert texts(VALUES) == {
        "name": "Kirjasto kuuluu kaikille",
        "unit": "Sivistys / Kirjasto",
        "responsible_persons": "Aino Esimerkki",
        "period": "1.1.2031–31.12.2031 / suunnittelu- ja toteutusvaihe",
        "funder_decision": "Opetushallitus 2.11.2030 OPH/5/100/2030",
        "municipal_decision": "Sivistyslautakunta 10.12.2030 § 12",
        "budget_years": "2031",
        "gross_income": "9 000 € (lukio: 4 000 €, opisto: 5 000 €)",
        "other_information": "12/12.03.00/2031",
        "status": "Etenemä 45 %.",
    }


@pytest.mark.parametrize(
    ("key", "value", "row", "expected"),
    [
        ("gross_income", {"total": "5000.00", "parts": []}, "4.200 €", "5 000 €"),
        ("gross_income", {"total": "4200.00", "parts": []}, "4.200 €", "4.200 €"),
        ("gross_income", None, "4.20", "4.20"),
        ("funder", "Opetushallitus", "OKM 1.2.2030", "Opetushallitus"),
        ("name", "Uusi nimi", "Vanha nimi", "Uusi nimi"),
        ("period", {"start": "2031", "end": None}, "2031–31.712.2031", "2031–31.712.2031"),
    ],
)
def test_value_counts_where_the_row_says_another(key: str, value: object, row: str, expected: str) -> None:
    field = "funder_decision" if key == "funder" else key
    card = {key: value, "fields": [{"key": field, "label": "X", "text": row}]}
    assert texts(card)[field] == expected


def test_row_without_remarks_gets_those_of_its_grammar() -> None:
    card = {"gross_income": {"total": "4200.00"}, "fields": [{"key": "gross_income", "text": "4.200 €"}]}
    assert read(card).cards[0].rows[0].has(RemarkCode.THOUSANDS_WITH_DOT)


@pytest.mark.parametrize(
    "card", [{"unit": "Sivistys"}, {"name": 5}, {"fields": [{"key": 1, "text": "x"}]}, {"unit": [1]}]
)
def test_value_of_the_wrong_kind_is_refused(card: dict[str, Any]) -> None:
    with pytest.raises(CannotRead) as refusal:
        read(card)
    assert refusal.value.reason is Reason.WRONG_FORMAT
