from __future__ import annotations

from hankesalkku.core.card.card import Card
from tests.support.cards import card, cards_of, findings


def case(run: int, link_id: int | None) -> Card:
    """Make a card of case `run`/02.05.01.03/2023 with the id of its link."""
    link = f"https://asiat.mallila.example/#/case/{link_id}" if link_id else None
    return card(other_information=f"Dynasty: {run}/02.05.01.03/2023", case_url=link)


def test_case_link_missing_fires_where_others_have_one() -> None:
    assert cards_of("case-link-missing", case(90, 3747), case(91, None)) == [(1,)]


def test_case_link_missing_stays_silent_without_any_link_or_without_a_number() -> None:
    assert cards_of("case-link-missing", case(90, None), case(91, None)) == []
    assert cards_of("case-link-missing", case(90, 3747), card(other_information="Jatkoa")) == []


def test_case_link_missing_suggests_the_link_where_ids_follow_from_numbers() -> None:
    (few,) = findings("case-link-missing", case(90, 3747), case(91, None))
    (enough,) = findings("case-link-missing", case(90, 3747), case(92, 3749), case(93, 3750), case(91, None))

    assert few.suggestions == ()
    assert enough.suggestions == ("https://asiat.mallila.example/#/case/3748",)
