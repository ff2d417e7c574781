from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(0,)]),
        ("–", [(0,)]),
        ("Kirjasto", [(0,)]),
        ("Sivistys / Kirjasto", [(0,)]),
        ("Nuorisopalvelut", [(0,)]),
        ("rehtori", []),
        ("Kirjastopalvelut, kirjastonjohtaja", []),
        ("Maija Mallilainen", []),
        ("Maija Mallilainen / Kirjasto", []),
    ],
)
def test_responsible_missing(text: str, expected: list[tuple[int, ...]]) -> None:
    one = card(unit="Sivistys / Kirjasto", responsible_persons=text)

    assert cards_of("responsible-missing", one) == expected


def test_responsible_missing_counts_a_form_without_the_row() -> None:
    assert cards_of("responsible-missing", card(name="Kirjastoauto")) == [(0,)]


def test_responsible_row_that_only_others_have_is_left_to_row_missing() -> None:
    both = (card(name="Kirjastoauto", responsible_persons="Maija Mallilainen"), card(name="Uimahalli"))

    assert cards_of("responsible-missing", *both) == []
