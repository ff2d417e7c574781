from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 18.12.2022"},
        {"municipal_decision": "§ 5 / 18.12.2022"},
    ],
)
def test_meeting_on_sunday_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("meeting-on-sunday", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 17.12.2022"},
        {"municipal_decision": "Sivistysjohtajan viranhaltijapäätös 12 / 18.12.2022"},
        {"municipal_decision": "Sivistyslautakunta § 5 / 2022"},
    ],
)
def test_meeting_on_sunday_stays_silent(rows: dict[str, str]) -> None:
    assert findings("meeting-on-sunday", card(rows)) == []


def test_meeting_on_sunday_suggests_the_nearest_known_meetings() -> None:
    decisions = ("§ 9 / 18.12.2022", "§ 5 / 14.12.2022", "§ 1 / 21.9.2022", "§ 11 / 19.12.2022")

    (finding,) = findings(
        "meeting-on-sunday", *(card(municipal_decision=f"Sivistyslautakunta {text}") for text in decisions)
    )

    assert (finding.cards, finding.suggestions) == ((0,), ("19.12.2022", "14.12.2022"))
