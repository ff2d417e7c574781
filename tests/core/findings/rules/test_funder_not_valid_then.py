from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Etelä-Suomen aluehallintovirasto 1.1.2026 ESAVI/1/2025"},
        {"funder_decision": "Lupa- ja valvontavirasto 31.12.2025"},
        {"funder_decision": "ESAVI/1/2025, 12.2.2026"},
    ],
)
def test_funder_not_valid_then_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-not-valid-then", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Etelä-Suomen aluehallintovirasto 31.12.2025"},
        {"funder_decision": "Etelä-Suomen aluehallintovirasto"},
        {"funder_decision": "Opetushallitus 1.1.2026"},
    ],
)
def test_funder_not_valid_then_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-not-valid-then", card(rows)) == []


def test_funder_not_valid_then_suggests_the_successor_after_the_end_only() -> None:
    (after,) = findings("funder-not-valid-then", card(funder_decision="Lapin ELY-keskus 2.1.2026"))
    (before,) = findings("funder-not-valid-then", card(funder_decision="Lupa- ja valvontavirasto 31.12.2025"))

    assert (after.suggestions, after.variant) == (("Elinvoimakeskukset",), None)
    assert (before.suggestions, before.variant) == ((), "plain")
