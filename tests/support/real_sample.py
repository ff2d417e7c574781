"""The real sample report as cards, built from its expected values without any reader; it is not part of the project."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.document import CardDocument, Link
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.values.case_number import read_number
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import FunderDecision
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.period import Period
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.reading import Remark, RemarkCode

REPOSITORY = Path(__file__).parents[2]
SAMPLE = Path(os.environ.get("HANKESALKKU_SAMPLE", REPOSITORY.parent / "shared" / "data" / "heinola-2023"))


def sample_document() -> CardDocument:
    """Build the document; the label cut by a page break in the text form is marked on card 7."""
    told = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
    cards = tuple(_card(card, is_cut=number == 7) for number, card in enumerate(told["cards"], 1))
    links = tuple(Link(card["case_url"], index) for index, card in enumerate(told["cards"]))
    return CardDocument(
        cards=cards,
        title=told["title"],
        division=told["division"],
        note=told["note"],
        language=told["language"],
        links=links,
    )


def expected_firings() -> set[tuple[str, str, tuple[int, ...]]]:
    """Give what the auditor found: rule, severity, cards."""
    told = json.loads((SAMPLE / "findings.json").read_text(encoding="utf-8"))
    return {(item["rule"], item["severity"], tuple(item["cards"])) for item in told}


def _card(told: dict[str, Any], *, is_cut: bool) -> Card:
    rows = tuple(_row(field, is_cut=is_cut) for field in told["fields"])
    texts = {row.key: row.text for row in rows}
    money = {key: read_money(texts[key]).value for key in MONEY_KEYS}
    decision = told["funder_decision"]
    return Card(
        rows=rows,
        name=told["name"],
        description=told["description"],
        unit=tuple(_first(told["unit"])),
        responsible_persons=tuple(told["responsible_persons"]),
        period=Period(_date(told["period"]["start"]), _date(told["period"]["end"])),
        phases=tuple(Phase(phase) for phase in told["phase"].split("+")) if told["phase"] else (),
        funder=told["funder"],
        funder_decision=FunderDecision(
            None, _date(decision["date"]), read_number(_first(decision["case_number"]))
        ),
        budget_years=tuple(told["budget_years"]),
        gross_income=money[FieldKey.GROSS_INCOME],
        gross_expenditure=money[FieldKey.GROSS_EXPENDITURE],
        municipal_share=money[FieldKey.MUNICIPAL_SHARE],
        case_number=read_number(_first(told["case_number"])),
        case_url=told["case_url"],
        other_information=texts["other_information"],
        status=told["status"],
        actuals_checked=told["actuals_checked"],
    )


def _row(field: dict[str, str], *, is_cut: bool) -> Row:
    remarks = read_money(field["text"]).remarks if field["key"] in MONEY_KEYS else ()
    if is_cut and field["key"] == FieldKey.ACTUALS_CHECKED:
        remarks = (*remarks, Remark(RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK, field["label"]))
    return Row(field["key"], field["label"], field["text"], remarks=remarks)


def _first(value: Any) -> Any:  # noqa: ANN401 - JSON
    return value["any_of"][0] if isinstance(value, dict) else value


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None
