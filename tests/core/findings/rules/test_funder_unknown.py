from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Mallilan säätiö 1.3.2023"},
        {"funder_decision": "Opetuslaitos 1.3.2023"},
        {"funder_decision": "RVX/12/2022"},
    ],
)
def test_funder_unknown_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funder-unknown", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "opetushallitus 1.3.2023"},
        {"funder_decision": "Opetushallituksen päätös 1.3.2023"},
        {"funder_decision": "OPH 1.3.2023"},
        {"funder_decision": "Uudenmaan ELY-keskus 1.3.2023"},
        {"funder_decision": "592/2022"},
        {"funder_decision": "ESAVI/14652/2022"},
        {"funder_decision": "A70726"},
        {"funder_decision": ""},
    ],
)
def test_funder_unknown_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funder-unknown", card(rows)) == []


def test_funder_unknown_suggests_the_nearest_names() -> None:
    (finding,) = findings("funder-unknown", card(funder_decision="Opetuslaitos 1.3.2023"))

    assert finding.suggestions[0] == "Opetushallitus"
