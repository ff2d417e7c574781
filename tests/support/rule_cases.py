"""Cards written as rows of text, for the tests of rules: `card(gross_income="4.200 €")`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hankesalkku.core.card.card import EXTRA_PREFIX, Card, Row
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import BY_KEY, MONEY_KEYS
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.findings.run import catalogue, run
from hankesalkku.core.values.case_number import CaseNumber, find_numbers
from hankesalkku.core.values.decision import FunderDecision
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.people import read_people
from hankesalkku.core.values.period import read_period_row
from hankesalkku.core.values.reading import Remark
from hankesalkku.core.values.unit import read_unit


@dataclass(frozen=True, slots=True)
class More:
    """What a test's card has beside the texts of its rows: labels, further rows, remarks, the link of its case."""

    labels: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, tuple[Remark, ...]] = field(default_factory=dict)
    case_url: str | None = None


def card(more: More | None = None, /, **texts: str) -> Card:
    """Make a card of rows; values are read by the grammars, labels are the canonical ones unless given."""
    more = more or More()
    rows = [_row(key, text, more) for key, text in texts.items()]
    rows += [Row(EXTRA_PREFIX + label, label, text) for label, text in more.extra.items()]
    return Card(rows=tuple(rows), case_url=more.case_url, **_values(texts))


def findings(code: str, *cards: Card, **facts: Any) -> list[Finding]:  # noqa: ANN401 - any field of a document
    """Run one rule over cards; `facts` are further fields of the document."""
    return list(catalogue()[code].check(Context(CardDocument(cards=cards, **facts))))


def fields(code: str, *cards: Card, **facts: Any) -> list[str]:  # noqa: ANN401 - as above
    """Give the fields of the findings of one rule."""
    return [finding.field for finding in findings(code, *cards, **facts)]


def cards_of(code: str, *cards: Card, **facts: Any) -> list[tuple[int, ...]]:  # noqa: ANN401 - as above
    """Give the cards of the findings of one rule, counted from 0."""
    return [finding.cards for finding in findings(code, *cards, **facts)]


def codes(*cards: Card, **facts: Any) -> set[str]:  # noqa: ANN401 - as above
    """Give the codes of all findings that are left after suppression."""
    return {finding.rule for finding in run(Context(CardDocument(cards=cards, **facts))).findings}


def _row(key: str, text: str, more: More) -> Row:
    read = read_money(text).remarks if key in MONEY_KEYS else ()
    label = more.labels.get(key, BY_KEY[key].label("fi"))
    return Row(key, label, text, remarks=(*read, *more.remarks.get(key, ())))


def _values(texts: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {key: texts[key] for key in ("name", "description", "status") if key in texts}
    values |= {key: read_money(texts[key]).value for key in MONEY_KEYS if key in texts}
    if "unit" in texts:
        values["unit"] = read_unit(texts["unit"]).value or ()
    if "responsible_persons" in texts:
        values["responsible_persons"] = read_people(texts["responsible_persons"]).value or ()
    if "period" in texts:
        row = read_period_row(texts["period"])
        values["period"] = (row.periods.value or (None,))[0]
        values["phases"] = row.phases.value or ()
    if "funder_decision" in texts:
        values["funder_decision"] = FunderDecision(None, None, _number(texts["funder_decision"]))
        values["funder"] = texts["funder_decision"]
    if "other_information" in texts:
        values["case_number"] = _number(texts["other_information"])
    return values


def _number(text: str) -> CaseNumber | None:
    return next((found.number for found in find_numbers(text, bare=False)), None)
