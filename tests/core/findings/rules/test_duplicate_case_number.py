from __future__ import annotations

from tests.support.cards import card, findings

LINK = "https://asiat.mallila.example/case/5"


def test_duplicate_case_number_fires_on_one_number() -> None:
    cards = [card(name=name, other_information="Dynasty: 12/02.05.01.03/2021") for name in ("Auto", "Halli")]

    [finding] = findings("duplicate-case-number", *cards)

    assert (finding.evidence, finding.cards) == ("12/02.05.01.03/2021", (0, 1))


def test_duplicate_case_number_fires_on_one_link() -> None:
    cards = [card(case_url=LINK, name=name) for name in ("Auto", "Halli")]

    assert [finding.evidence for finding in findings("duplicate-case-number", *cards)] == [LINK]


def test_duplicate_case_number_says_number_and_link_of_the_same_cards_once() -> None:
    number = "12/02.05.01.03/2021"
    cards = [card(case_url=LINK, name=name, other_information=number) for name in ("Auto", "Halli")]

    assert len(findings("duplicate-case-number", *cards)) == 1


def test_duplicate_case_number_is_silent_on_different_cases_and_on_duplicate_cards() -> None:
    one = card(name="Auto", period="2023", other_information="12/02.05.01.03/2021")
    other = card(name="Halli", other_information="13/02.05.01.03/2021")

    assert findings("duplicate-case-number", one, one, other) == []
