"""Labels that stand in a cell of their own."""

from __future__ import annotations

import pytest

from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.ingest.raw_card import How
from hankesalkku.ingest.recognise.labels import edit_distance, match_label


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_every_wording_of_the_table_is_matched_to_its_field(field) -> None:  # type: ignore[no-untyped-def]
    found = {match.entry.key for synonym in field.synonyms if (match := match_label(synonym.text))}
    assert found == {field.key}


@pytest.mark.parametrize(
    ("label", "key", "how"),
    [
        ("Hankkeen nimi:", FieldKey.NAME, How.EXACT),
        ("HANKKEEN NIMI", FieldKey.NAME, How.EXACT),
        ("Bruttotulot koko han-\nkeajalta", FieldKey.GROSS_INCOME, How.EXACT),
        ("Bruttomenot (€)", FieldKey.GROSS_EXPENDITURE, How.SYNONYM),
        ("Hankeika", FieldKey.PERIOD, How.SYNONYM),
        ("Vastuuhenkiö", FieldKey.RESPONSIBLE_PERSONS, How.SIMILAR),
        ("Toteutusaika / hankvaihe", FieldKey.PERIOD, How.SIMILAR),
        ("gross_income", FieldKey.GROSS_INCOME, How.SYNONYM),
        ("Projektets namn", FieldKey.NAME, How.EXACT),
    ],
)
def test_label_is_matched_however_it_is_written(label: str, key: FieldKey, how: How) -> None:
    match = match_label(label)
    assert match is not None
    assert (match.entry.key, match.how, match.is_doubtful) == (key, how, False)


@pytest.mark.parametrize("label", ["", "Säätila", "Ohjausryhmä", "x" * 500, "12 000 €"])
def test_label_of_no_field_is_not_matched(label: str) -> None:
    assert match_label(label) is None


@pytest.mark.parametrize("label", ["Bruttomenotulot", "Kaupungin rahoituspäätös"])
def test_label_between_two_fields_is_asked_not_taken(label: str) -> None:
    match = match_label(label)
    assert match is None or match.is_doubtful


@pytest.mark.parametrize(
    ("a", "b", "at_most", "expected"),
    [("menot", "menot", 2, 0), ("menot", "tulot", 3, 3), ("menot", "tulot", 1, 2), ("", "abc", 5, 3)],
)
def test_edit_distance_stops_beyond_its_limit(a: str, b: str, at_most: int, expected: int) -> None:
    assert edit_distance(a, b, at_most) == expected
