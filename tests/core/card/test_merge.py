"""Fields taken over from one card to another."""

from __future__ import annotations

import pytest

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.diff import card_changes
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.card.merge import VALUES, field_text, has_field, keys_of, with_field
from tests.support.cards import card
from tests.support.reports import CARDS

OLD, NEW = (
    card({key: text for key, text in zip(FieldKey, CARDS[index], strict=True) if text}) for index in (0, 3)
)


@pytest.mark.parametrize("key", list(FieldKey))
def test_field_is_taken_with_its_row_and_values_and_nothing_else(key: FieldKey) -> None:
    changed = {change.key for change in card_changes(NEW, OLD)}

    merged = with_field(NEW, key, OLD)

    assert merged.row(key) == OLD.row(key)
    assert {change.key for change in card_changes(merged, OLD)} == changed - {key, "case_url"}
    assert [row.key for row in merged.rows] == [row.key for row in NEW.rows]


def test_all_fields_together_make_the_other_card() -> None:
    merged = NEW
    for key in keys_of(OLD, NEW):
        merged = with_field(merged, key, OLD)

    assert merged == OLD


def test_every_field_has_its_values() -> None:
    assert set(VALUES) == set(FieldKey)


def test_field_that_a_card_lacks_comes_in_the_order_of_the_card() -> None:
    bare = card(name="Polut", status="Alkaa", extra={"Ohjausryhmä": "kyllä"})
    full = card(unit="Sivistys / Kirjasto", gross_income="5 €", extra={"Kumppanit": "opisto"})

    merged = with_field(
        with_field(with_field(bare, "gross_income", full), "unit", full), "extra:Kumppanit", full
    )

    assert [row.key for row in merged.rows] == [
        "name", "unit", "gross_income", "status", "extra:Ohjausryhmä", "extra:Kumppanit",
    ]  # fmt: skip
    assert merged.unit == ("Sivistys", "Kirjasto")


def test_field_that_the_other_card_lacks_is_taken_away() -> None:
    merged = with_field(OLD, "status", Card(rows=()))

    assert (merged.status, merged.progress_tenths, merged.row(FieldKey.STATUS)) == (None, None, None)
    assert not has_field(merged, "status")
    assert field_text(OLD, "name") == OLD.name


def test_unknown_field_is_refused() -> None:
    with pytest.raises(KeyError):
        with_field(OLD, "säätila", NEW)
