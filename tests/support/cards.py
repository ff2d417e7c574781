"""Cards for tests, made of the rows' texts through the grammars: what a test says is what a report would say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hankesalkku.core.card.card import Card, Further, Row
from hankesalkku.core.card.document import CardDocument, Link
from hankesalkku.core.card.fields import BY_KEY, MONEY_KEYS
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.findings.run import run
from hankesalkku.core.reference.funders import funder_named, funders_with_prefix
from hankesalkku.core.values.case_number import NumberKind, find_numbers
from hankesalkku.core.values.decision import FunderDecision, read_funder_decision, read_municipal_decision
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.people import read_people
from hankesalkku.core.values.period import read_period_row
from hankesalkku.core.values.progress import read_progress
from hankesalkku.core.values.reading import Remark
from hankesalkku.core.values.unit import read_unit
from hankesalkku.core.values.years import read_years


def card(
    texts: Mapping[str, str] | None = None,
    /,
    *,
    labels: dict[str, str] | None = None,
    remarks: dict[str, tuple[Remark, ...]] | None = None,
    extra: dict[str, str] | None = None,
    case_url: str | None = None,
    **rows: str,
) -> Card:
    """Make a card of its rows' texts by field key, as a mapping or by keyword; a field not given has no row.

    `labels` replaces canonical Finnish labels, `remarks` adds what a reader noticed on a row's label, `extra` gives
    rows that are none of the fourteen.
    """
    made = Card(rows=(), case_url=case_url)
    for key, text in {**(texts or {}), **rows}.items():
        label = (labels or {}).get(key, BY_KEY[key].label("fi"))
        values, noticed = _read(key, text)
        row = Row(key, label, text, remarks=((remarks or {}).get(key, ()) + noticed))
        further = _merged(made.further, values.pop("further", Further()))
        made = replace(made, rows=(*made.rows, row), further=further, **values)
    further_rows = tuple(Row(f"extra:{label}", label, text) for label, text in (extra or {}).items())
    return _with_funder(_with_case_number(replace(made, rows=made.rows + further_rows)))


def document(*cards: Card, **facts: Any) -> CardDocument:  # noqa: ANN401 - any field of a document
    """Make a document of cards; their case links are its links unless `links` is given."""
    links = tuple(Link(made.case_url, index) for index, made in enumerate(cards) if made.case_url)
    return CardDocument(cards=cards, **({"links": links} | facts))


def fired(code: str, *cards: Card, today: date | None = None, **facts: Any) -> tuple[Finding, ...]:  # noqa: ANN401 - as above
    """Run the whole catalogue over the cards and give the findings of one rule that remain."""
    outcome = run(Context(document(*cards, **facts), today), switched_on=(code,))
    return tuple(finding for finding in outcome.findings if finding.rule == code)


def where(code: str, *cards: Card, today: date | None = None, **facts: Any) -> list[tuple[int, ...]]:  # noqa: ANN401
    """Give the cards of each finding of one rule, counted from 0."""
    return [finding.cards for finding in fired(code, *cards, today=today, **facts)]


def _read(key: str, text: str) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """Read a row as ingest does: the values it gives by the name of their field of Card, and the remarks."""
    if key == "period":
        row = read_period_row(text)
        first, others = _first(row.periods.value)
        values: dict[str, Any] = {
            "period": first,
            "phases": row.phases.value or (),
            "further": Further(periods=others),
        }
        return values, row.periods.remarks
    if key in ("funder_decision", "municipal_decision"):
        grammar = read_funder_decision if key == "funder_decision" else read_municipal_decision
        reading: Any = grammar(text)
        first, others = _first(reading.value)
        return {key: first, "further": Further(**{f"{key}s": others})}, reading.remarks
    if key == "status":
        return {key: text or None, "progress_tenths": read_progress(text).value}, ()
    if key in MONEY_KEYS:
        money = read_money(text)
        return {key: money.value}, money.remarks
    lists = {"unit": read_unit, "responsible_persons": read_people, "budget_years": read_years}
    if key in lists:
        found: Any = lists[key](text)
        return {key: found.value or ()}, found.remarks
    return {key: text or None}, ()


def _merged(one: Further, two: Further) -> Further:
    return replace(
        one,
        periods=one.periods + two.periods,
        funder_decisions=one.funder_decisions + two.funder_decisions,
        municipal_decisions=one.municipal_decisions + two.municipal_decisions,
    )


def _first(values: tuple[Any, ...] | None) -> tuple[Any, tuple[Any, ...]]:
    return (values[0], values[1:]) if values else (None, ())


def _with_funder(made: Card) -> Card:
    decision = made.funder_decision
    return made if decision is None else replace(made, funder=_funder(decision))


def _funder(decision: FunderDecision) -> str | None:
    if decision.funder_written:
        known = funder_named(decision.funder_written)
        return known.name if known else decision.funder_written
    number = decision.case_number
    prefix = number and (number.prefix or ("OPH" if number.kind is NumberKind.OPH else None))
    funders = funders_with_prefix(prefix) if prefix else ()
    return funders[0].name if len(funders) == 1 else None


def _with_case_number(made: Card) -> Card:
    texts = [row.text for row in made.rows if row.key == "other_information" or row.is_extra]
    numbers = [found.number for text in texts for found in find_numbers(text, bare=False)]
    own = [number for number in numbers if number.is_municipal]
    return replace(made, case_number=own[0]) if own else made
