from __future__ import annotations

import pytest

from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "Opetushallitus / OKM 12.4.2022"},
        {"funder_decision": "Opetushallitus 12.4.2022 ESAVI/1/2022"},
    ],
)
def test_funders_contradict_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("funders-contradict", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"funder_decision": "OKM 12.4.2022 OKM/74/520/2022"},
        {"funder_decision": "OKM 12.4.2022 VN/74/2022"},
        {"funder_decision": "OKM OKM/74/520/2022; ESAVI ESAVI/1/2022"},
        {"funder_decision": "Erasmus+ / Opetushallitus 12.4.2022"},
        {"funder_decision": "Lupa- ja valvontavirasto 12.4.2026 ESAVI/1/2025"},
        {"funder_decision": "Lapin elinvoimakeskus 12.4.2026 LAPELY/1/2025"},
        {"funder_decision": "Ruokavirasto 12.4.2022 RVX/1/2022"},
    ],
)
def test_funders_contradict_stays_silent(rows: dict[str, str]) -> None:
    assert findings("funders-contradict", card(rows)) == []


def test_funders_contradict_names_both() -> None:
    (finding,) = findings("funders-contradict", card(funder_decision="Opetushallitus 12.4.2022 ESAVI/1/2022"))

    assert dict(finding.params) == {"a": "Opetushallitus", "b": "Etelä-Suomen aluehallintovirasto"}
