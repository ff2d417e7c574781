from __future__ import annotations

from tests.support.cards import card, findings


def told(*decisions: str) -> list[tuple[str, tuple[int, ...]]]:
    cards = [card(name=f"Hanke {at}", funder_decision=decision) for at, decision in enumerate(decisions)]
    return [(finding.evidence, finding.cards) for finding in findings("duplicate-funder-number", *cards)]


def test_duplicate_funder_number_fires_on_different_projects() -> None:
    assert told("OKM/7/520/2021", "OKM/8/520/2021", "OKM/ 7/520/2021") == [("OKM/7/520/2021", (0, 2))]


def test_duplicate_funder_number_is_silent_on_different_numbers_and_on_none() -> None:
    assert told("OKM/7/520/2021", "OKM/8/520/2021", "Mallirahasto", "Mallirahasto") == []


def test_duplicate_funder_number_of_a_call_is_in_order() -> None:
    assert told("va-tem-2026-16", "va-tem-2026-16") == []


def test_duplicate_funder_number_is_left_to_duplicate_card() -> None:
    one = card(name="Kirjastoauto", period="2023", funder_decision="OKM/7/520/2021")

    assert findings("duplicate-funder-number", one, one) == []
