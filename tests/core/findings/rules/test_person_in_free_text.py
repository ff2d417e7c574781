from __future__ import annotations

import pytest

from tests.support.cards import card, fields, findings


@pytest.mark.parametrize(
    "text",
    [
        "Työpajan vetää Maija Mallilainen.",
        "Ohjaaja Maija Mallilainen vetää",
        "Anna Maria Esimerkki",
        "yhteyshenkilö Anna-Liisa Esimerkki",
        "Matti Meikäläisen ryhmä",
        "Kari J Malli",
    ],
)
def test_person_in_free_text_fires(text: str) -> None:
    found = findings("person-in-free-text", card(description=text))

    assert len(found) == 1
    assert all(name not in repr(found) for name in ("Mallilai", "Esimerkki", "Meikäläi"))


@pytest.mark.parametrize(
    "text",
    [
        "Emma ja kaverit",
        "Hankkeen tavoitteena on Mallilan nuorten musiikkitoiminta",
        "Mallilan Harrastus ry",
        "Kalle Mallisen säätiö",
        "Anna Esimerkki -päiväkoti",
        "Anna palautetta",
        "Johannes Mallisen katu",
        "Maija Oy",
        "Uimahalli Vesa ja Mallilan Kirjasto",
        "",
    ],
)
def test_person_in_free_text_is_silent(text: str) -> None:
    assert findings("person-in-free-text", card(description=text)) == []


def test_person_in_free_text_leaves_responsible_persons_of_any_card() -> None:
    cards = (
        card(responsible_persons="Maija Mallilainen"),
        card(status="Maija Mallilaisen raportti", other_information="Liisa Esimerkki"),
    )

    assert fields("person-in-free-text", *cards) == ["other_information"]
