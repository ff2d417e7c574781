from __future__ import annotations

from datetime import date

import pytest

from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.run import run
from tests.support.cards import card, document, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 2.3.2023"},
        {"funder_decision": "OPH 1.4.2023 OPH/1/3615/2022"},
    ],
)
def test_decision_in_future_fires(rows: dict[str, str]) -> None:
    assert [
        finding.cards for finding in findings("decision-in-future", card(rows), today=date(2023, 3, 1))
    ] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"municipal_decision": "Sivistyslautakunta § 5 / 1.3.2023"},
        {"funder_decision": "OPH 2023"},
        {"period": "2025"},
    ],
)
def test_decision_in_future_stays_silent(rows: dict[str, str]) -> None:
    assert findings("decision-in-future", card(rows), today=date(2023, 3, 1)) == []


def test_decision_in_future_does_not_run_without_a_date() -> None:
    made = card(municipal_decision="Sivistyslautakunta § 5 / 2.3.2099")

    assert run(Context(document(made))).not_run == ("decision-in-future",)
