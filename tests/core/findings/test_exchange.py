from __future__ import annotations

from datetime import date

import pytest

from hankesalkku.core.findings.exchange import (
    NotAFinding,
    finding_from_dict,
    finding_to_dict,
    param_from_json,
    param_to_json,
)
from hankesalkku.core.findings.finding import (
    AnyOf,
    CardNumbers,
    ExactPercent,
    Finding,
    Label,
    Param,
    Percent,
    Severity,
    Word,
)
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.money import Amount
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.place import Place

CROSS = Finding(
    "two-projects-one-section",
    Severity.NOTE,
    (8, 11),
    "municipal_decision",
    "Sivistyslautakunta: § 108 / 21.11.2022",
    (("section", 108), ("date", date(2022, 11, 21)), ("count", 2)),
    (Place(9, 3, 0, 20),),
    suggestions=("§ 109",),
    threshold=Percent(2500),
)


@pytest.mark.parametrize(
    "value",
    [
        "OKM",
        2022,
        date(2022, 12, 6),
        PartialDate(2022, 4),
        Period(None, PartialDate(2023)),
        Amount(-4205),
        Percent(2050),
        ExactPercent(49997),
        Phase.IMPLEMENTATION,
        Label("period"),
        Word("saturday"),
        CardNumbers((0, 2)),
        (Amount(1), ("a", 2)),
        AnyOf((PartialDate(2022), PartialDate(2023))),
    ],
)
def test_param_survives_its_json_form(value: Param) -> None:
    read = param_from_json(param_to_json(value))

    assert (type(read), read) == (type(value), value)


def test_finding_to_dict_says_what_the_contract_asks() -> None:
    data = finding_to_dict(CROSS, Wording("en"))

    assert {
        key: data[key] for key in ("rule", "severity", "card", "cards", "field", "message", "source")
    } == {
        "rule": "two-projects-one-section",
        "severity": "note",
        "card": 8,
        "cards": [8, 11],
        "field": "municipal_decision",
        "message": "The same decision (§ 108, 21.11.2022) is on 2 cards. Were they handled together?",
        "source": [{"page": 9, "line": 3, "start": 0, "end": 20}],
    }


@pytest.mark.parametrize("cards", [(), (3,), (3, 5)])
def test_finding_survives_its_json_form(cards: tuple[int, ...]) -> None:
    finding = Finding(
        CROSS.rule, CROSS.severity, cards, CROSS.field, CROSS.evidence, CROSS.params, CROSS.places
    )

    assert finding_from_dict(finding_to_dict(finding, Wording("fi"))) == finding
    assert finding_from_dict(finding_to_dict(CROSS, Wording("fi"))) == CROSS


@pytest.mark.parametrize("change", [{"severity": "grave"}, {"source": 3}, {"params": {"date": {"moon": 1}}}])
def test_finding_from_dict_refuses_what_is_no_finding(change: dict[str, object]) -> None:
    with pytest.raises(NotAFinding):
        finding_from_dict(finding_to_dict(CROSS, Wording("fi")) | change)
