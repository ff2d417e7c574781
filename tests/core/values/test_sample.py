"""The rows of the real sample report against their known values; skipped where the sample is absent."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hankesalkku.core.values.amounts import euros
from hankesalkku.core.values.case_number import find_numbers
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.decision import read_funder_decision, read_municipal_decision
from hankesalkku.core.values.money import read_money
from hankesalkku.core.values.people import read_people
from hankesalkku.core.values.period import read_period_row
from hankesalkku.core.values.progress import read_progress
from hankesalkku.core.values.unit import read_unit
from hankesalkku.core.values.years import read_years

REPOSITORY = Path(__file__).parents[3]
SAMPLE = Path(os.environ.get("HANKESALKKU_SAMPLE", REPOSITORY.parent / "shared" / "data" / "heinola-2023"))
EXPECTED = SAMPLE / "expected.json"

pytestmark = pytest.mark.skipif(not EXPECTED.exists(), reason="the real sample report is not on this machine")

Json = Any  # what json.loads gives


def cards() -> list[Json]:
    return list(json.loads(EXPECTED.read_text(encoding="utf-8"))["cards"]) if EXPECTED.exists() else []


def iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None


def period(text: str) -> Json:
    (value,) = read_period_row(text).periods.value or ()
    return {"start": iso(value.start), "end": iso(value.end)}


def phase(text: str) -> Json:
    phases = read_period_row(text).phases.value
    return "+".join(phases) if phases else None


def funder_decision(text: str) -> Json:
    (value,) = read_funder_decision(text).value or ()
    return {"date": iso(value.date), "case_number": value.case_number and value.case_number.normal}


def municipal_decision(text: str) -> Json:
    (value,) = read_municipal_decision(text).value or ()
    return {"body": value.body, "section": value.section, "date": iso(value.date)}


def money(text: str) -> Json:
    value = read_money(text).value
    assert value is not None
    parts = [{"name": part.name, "amount": euros(part.cents)} for part in value.parts]
    return {"total": euros(value.total_cents), "parts": parts}


READERS: dict[str, tuple[str, Callable[[str], Json]]] = {
    "unit": ("unit", lambda text: list(read_unit(text).value or ())),
    "responsible_persons": ("responsible_persons", lambda text: list(read_people(text).value or ())),
    "period": ("period", period),
    "phase": ("period", phase),
    "funder_decision": ("funder_decision", funder_decision),
    "municipal_decision": ("municipal_decision", municipal_decision),
    "budget_years": ("budget_years", lambda text: list(read_years(text).value or ())),
    "gross_income": ("gross_income", money),
    "gross_expenditure": ("gross_expenditure", money),
    "municipal_share": ("municipal_share", money),
    "case_number": ("other_information", lambda text: find_numbers(text, bare=False)[0].number.normal),
    "progress_percent": ("status", lambda text: read_progress(text).value),
}


def accepted(value: Json, expected: Json) -> bool:
    """Compare a value with the truth, which may allow several."""
    if isinstance(expected, dict) and "any_of" in expected:
        return value in expected["any_of"]
    if isinstance(expected, dict):
        return value.keys() == expected.keys() and all(accepted(value[key], expected[key]) for key in value)
    return bool(value == expected)


@pytest.mark.parametrize("key", READERS)
def test_sample_rows_give_their_known_values(key: str) -> None:
    field, read = READERS[key]
    for number, card in enumerate(cards(), start=1):
        (text,) = (row["text"] for row in card["fields"] if row["key"] == field)
        assert accepted(read(text), card[key]), f"card {number}: {read(text)}"


def test_sample_has_its_twelve_cards() -> None:
    assert len(cards()) == 12
