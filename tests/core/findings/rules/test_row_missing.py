from __future__ import annotations

from tests.support.cards import card, findings


def test_row_missing_fires_where_the_others_have_the_row() -> None:
    cards = [card(name="Kirjastoauto", unit="Kirjasto"), card(name="Uimahalli")]

    assert [(finding.cards, finding.field) for finding in findings("row-missing", *cards)] == [((1,), "unit")]


def test_row_missing_is_silent_where_only_few_cards_have_the_row() -> None:
    cards = [card(name="Kirjastoauto", unit="Kirjasto"), card(name="Uimahalli"), card(name="Lukio")]

    assert findings("row-missing", *cards) == []


def test_row_missing_is_silent_on_a_form_without_the_row_and_on_an_empty_row() -> None:
    cards = [card(name="Kirjastoauto", unit="Kirjasto"), card(name="Uimahalli", unit="")]

    assert findings("row-missing", *cards) == []
