"""Which project of the register a card tells of."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pytest

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.matching import (
    ALTERNATIVE_AT_LEAST,
    MATCH_AT_LEAST,
    Known,
    ReasonKind,
    assign,
    compare,
    twins,
)
from hankesalkku.core.card.names import Name, similarity
from hankesalkku.core.language.wording import LANGUAGES, Wording
from tests.support.cards import card

CASE = "90/02.05.01.03/2031"
GRANT = "OKM/74/520/2031"


def a_card(name: str, period: str = "", grant: str = "", case: str = "") -> Card:
    return card(name=name, period=period, funder_decision=grant, other_information=case)


def known(*cards: Card) -> list[Known]:
    return [Known(UUID(int=number), number, 1, made) for number, made in enumerate(cards, start=1)]


def given(drafts: Sequence[Card], register: Sequence[Known]) -> list[int | None]:
    return [found.match.known.number if found.match else None for found in assign(drafts, register)]


LIBRARY = a_card("Kirjasto kuuluu kaikille", "2031–2032", f"OKM 12.4.2031 {GRANT}", CASE)


@pytest.mark.parametrize(
    ("draft", "reasons", "is_match"),
    [
        (LIBRARY, ["same_case_number", "same_name", "same_funder_number", "same_period"], True),
        (
            a_card("Aivan uusi nimi", "2032", case=f"Dynasty {CASE}"),
            ["same_case_number", "period_overlaps"],
            True,
        ),
        (a_card("Lukupiirit", "2031–2032", GRANT), ["same_funder_number", "same_period"], True),
        (a_card("Lukupiirit", "2035", GRANT), ["same_funder_number", "period_apart"], False),
        (a_card("Kirjastot kuuluvat kaikille", "2032"), ["similar_name", "period_overlaps"], True),
        (a_card("Kirjasto kuuluu kaikille"), ["same_name"], True),
        (a_card("Kirjasto kuuluu kaikille", "2035–2036"), ["same_name", "period_apart"], False),
        (a_card("Kirjasto kuuluu kaikille", grant="OKM/9/520/2034"), ["same_name", "other_funder_number"], False),
        (a_card("Pyöräreitit", "2031–2032"), ["same_period"], False),
    ],
)  # fmt: skip
def test_card_is_taken_for_a_project_for_these_reasons(
    draft: Card, reasons: list[str], is_match: bool
) -> None:
    match = compare(draft, known(LIBRARY)[0])

    assert [reason.kind.value for reason in match.reasons] == reasons
    assert (match.score >= MATCH_AT_LEAST) is is_match


def test_score_is_the_sum_of_its_reasons_between_0_and_100() -> None:
    same = compare(LIBRARY, known(LIBRARY)[0])
    apart = compare(a_card("Pyöräreitit", "2040"), known(LIBRARY)[0])
    near = compare(a_card("Kirjasto kuuluu kaikille"), known(LIBRARY)[0])

    assert (same.score, apart.score) == (100, 0)
    assert near.score == sum(reason.points for reason in near.reasons) == 60


def test_number_of_a_call_makes_no_match() -> None:
    ours, theirs = (a_card(name, grant="OKM va-okm-2031-12") for name in ("Uimakoulu", "Kuoro"))

    assert compare(ours, known(theirs)[0]).reasons == ()


def test_no_project_is_given_to_two_cards() -> None:
    worse, better = a_card("Kirjasto kuuluu kaikille", "2031"), LIBRARY

    first, second = assign([worse, better], known(LIBRARY))

    assert (first.match, second.match and second.match.known.number) == (None, 1)
    assert [other.known.number for other in first.alternatives] == [1]
    assert first.is_close


def test_cards_alike_go_to_the_projects_that_fit_each_best() -> None:
    parts = [a_card(f"Osallisuus, vaihe {part}", year) for part, year in (("I", "2030"), ("II", "2032"))]

    assert given(parts, known(*reversed(parts))) == [2, 1]


def test_grant_of_the_next_year_is_no_match_but_an_alternative() -> None:
    old, new = (
        a_card(f"Kesätyö {year}", f"{year}", f"OKM/{run}/520/{year}") for year, run in ((2031, 4), (2032, 9))
    )

    (found,) = assign([new], known(old))

    assert found.match is None
    assert all(other.score < MATCH_AT_LEAST for other in found.alternatives)


def test_two_projects_that_fit_alike_are_a_question() -> None:
    (found,) = assign([a_card("Uimakoulu", "2031")], known(a_card("Uimakoulu"), a_card("Uimakoulu")))

    assert found.match is not None
    assert found.is_close
    assert not assign([LIBRARY], known(LIBRARY, a_card("Kirjastoauto")))[0].is_close


def test_empty_card_and_empty_register_match_nothing() -> None:
    assert given([Card(rows=())], known(LIBRARY, Card(rows=()))) == [None]
    assert given([LIBRARY], []) == [None]


def test_alternatives_are_few_and_best_first() -> None:
    many = known(*(a_card("Uimakoulu", f"20{30 + n}") for n in range(9)))

    (found,) = assign([a_card("Uimakoulu", "2031")], many)

    scores = [other.score for other in found.alternatives]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] >= ALTERNATIVE_AT_LEAST


def test_large_register_is_searched_by_numbers_and_words() -> None:
    crowd = [a_card(f"Koulun kehittäminen {place}", "2031") for place in range(400)]
    register = known(*crowd, LIBRARY, a_card("Pyöräreittien viitoitus", "2031"))
    drafts = [a_card("Toinen nimi", case=CASE), a_card("Pyöräreitin viitoitus", "2031"), crowd[7]]

    assert given(drafts, register) == [401, 402, 8]


def test_twins_are_cards_of_one_file_that_tell_one_project() -> None:
    again = a_card("Kirjasto kuuluu kaikille!", "2031–2032")
    cards = [LIBRARY, a_card("Pyöräreitit", "2031"), again, a_card("Muu", case=CASE, period="2031")]

    assert twins(cards) == ((0, 2, 3),)
    assert twins(cards[:2]) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_sentence(language: str) -> None:
    wording = Wording(language)

    assert all(wording.has(f"matching.{kind}") for kind in ReasonKind)
    match = compare(LIBRARY, known(LIBRARY)[0])
    assert CASE in wording.say(match.reasons[0].key, quoted=match.reasons[0].quoted)


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("Lukutaitoa kaikille", "LUKUTAITOA  KAIKILLE", 100, 100),
        ("Liikkuva koulu -hanke", "Liikkuva koulu", 95, 99),
        ("Lukutaitoa kaikille", "Lukutaitoa kaikile", 90, 99),
        ("Perusopetuksen tasa-arvo", "Tasa-arvo perusopetuksessa", 85, 99),
        ("Osallisuus II", "Osallisuus 2", 90, 99),
        ("Osallisuus II", "Osallisuus III", 75, 75),
        ("Digiosaaminen", "Kuntoutus", 0, 0),
        ("Hanke", "Projekti", 0, 0),
    ],
)
def test_names_are_as_alike_as_their_words(a: str, b: str, least: int, most: int) -> None:
    assert least <= similarity(Name.of(a), Name.of(b)) <= most
    assert similarity(Name.of(a), Name.of(b)) == similarity(Name.of(b), Name.of(a))
