from __future__ import annotations

from datetime import date

import pytest

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
from hankesalkku.core.findings.render import Rendered, field_label, render, render_param
from hankesalkku.core.language.wording import Wording
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.money import Amount
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase

FINNISH = Wording("fi")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("OKM", "OKM"),
        (2022, "2022"),
        (date(2022, 12, 6), "6.12.2022"),
        (PartialDate(2022, 4), "4/2022"),
        (Period(PartialDate(2022), PartialDate(2023, 12, 31)), "2022–31.12.2023"),
        (Amount(420000), "4\u00a0200\u00a0€"),
        (Percent(2050), "20,5\u00a0%"),
        (ExactPercent(49997), "4,9997"),
        (Phase.IMPLEMENTATION, "toteutusvaihe"),
        (Label("period"), "Toteutusaika / hankevaihe"),
        (Word("saturday"), "lauantai"),
        (CardNumbers((0, 2, 3, 4)), "1, 3–5"),
        ((1, 2, 3), "1, 2 ja 3"),
        (AnyOf((1, 2)), "1 vai 2"),
        ((), ""),
    ],
)
def test_render_param(value: Param, text: str) -> None:
    assert render_param(value, FINNISH) == text


def test_render_says_a_finding_in_a_language() -> None:
    finding = Finding(
        "city-decision-after-start",
        Severity.NOTE,
        (8,),
        "municipal_decision",
        "21.11.2022; 9.11.2022",
        (("date", date(2022, 11, 21)), ("days", 12), ("start", date(2022, 11, 9))),
    )

    assert render(finding, Wording("en")) == Rendered(
        title="Decision after the start",
        message="The decision of 21.11.2022 came 12 days after the start (9.11.2022).",
        why="The project may have committed money without a competent decision, or a date is wrong.",
        fix="Check both dates; if they are right, waive the finding and give the reason.",
        cards="9",
        field_label="City's decision",
    )


@pytest.mark.parametrize(
    ("field", "label"),
    [("name", "Hankkeen nimi"), ("extra:Tila", "Tila"), ("document", "Asiakirja"), ("x", "x")],
)
def test_field_label(field: str, label: str) -> None:
    assert field_label(field, FINNISH) == label
