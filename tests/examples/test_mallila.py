"""The example report of Mallila in its three forms, its list and the clean report."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Scope
from hankesalkku.core.findings.run import catalogue, run
from hankesalkku.ingest.cards import File, read_cards
from tests.support.truth import differences

REPOSITORY = Path(__file__).parents[2]
MALLILA = REPOSITORY / "examples" / "mallila"
FORMS = ("txt", "docx", "pdf")
TEXT_FORM_ONLY = {"label-split-by-page-break"}
LISTED = (0, 2, 4, 7, 8, 9, 10, 13)
LIST_KEYS = (
    "name responsible_persons period funder municipal_decision budget_years gross_income gross_expenditure "
    "municipal_share case_number"
).split()
Firing = tuple[str, str, tuple[int, ...]]


def read(name: str) -> CardDocument:
    return read_cards(File(name, (MALLILA / name).read_bytes()))


def truth() -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads((MALLILA / "expected.json").read_text("utf-8")))


def firings(document: CardDocument) -> set[Firing]:
    today = document.date.exact if document.date else None
    return {(f.rule, f.severity.value, f.cards) for f in run(Context(document, today)).findings}


def expected_firings() -> set[Firing]:
    told = json.loads((MALLILA / "findings.json").read_text("utf-8"))
    return {each for finding in told for each in one_per_card(finding)}


def one_per_card(finding: dict[str, Any]) -> Iterator[Firing]:
    """Part a line into the findings it stands for: one a card where the rule is about one card."""
    rule, severity, cards = finding["rule"], finding["severity"], finding["cards"]
    if catalogue()[rule].scope is Scope.CARD:
        yield from ((rule, severity, (card,)) for card in cards)
    else:
        yield rule, severity, tuple(cards)


@pytest.mark.parametrize("form", FORMS)
def test_every_field_and_value_is_the_true_one(form: str) -> None:
    assert differences(read(f"report.{form}"), truth()) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_visible_character_has_its_place(form: str) -> None:
    document = read(f"report.{form}")
    assert document.coverage is not None
    assert document.coverage.characters > 10_000
    assert document.coverage.placed == document.coverage.characters
    assert document.unread == ()


@pytest.mark.parametrize("form", FORMS)
def test_every_link_is_on_its_card(form: str) -> None:
    document = read(f"report.{form}")
    assert [link.card for link in document.links] == list(range(14))
    assert [link.url for link in document.links] == [card.case_url for card in document.cards]


@pytest.mark.parametrize("form", FORMS)
def test_findings_are_the_planted_ones(form: str) -> None:
    expected = expected_firings()
    if form != "txt":
        expected = {firing for firing in expected if firing[0] not in TEXT_FORM_ONLY}

    assert firings(read(f"report.{form}")) == expected


def test_text_without_form_feeds_reads_the_same() -> None:
    content = (MALLILA / "report.txt").read_bytes().replace(b"\f", b"\n")
    document = read_cards(File("report.txt", content))

    assert differences(document, truth()) == []
    assert firings(document) == expected_firings()


def test_clean_report_is_silent() -> None:
    document = read("clean.txt")

    assert len(document.cards) == 3
    assert firings(document) == set()


@pytest.mark.parametrize("name", ["projects.xlsx", "projects.csv"])
def test_list_gives_its_projects(name: str) -> None:
    document, cards = read(name), truth()["cards"]
    listed = {"cards": [{key: cards[index][key] for key in LIST_KEYS} for index in LISTED]}

    assert differences(document, listed) == []
    assert document.coverage is not None
    assert document.coverage.placed == document.coverage.characters


@pytest.mark.parametrize("name", ["projects.xlsx", "projects.csv"])
def test_list_states_its_totals(name: str) -> None:
    totals = read(name).totals

    assert totals.gross_income_cents == 172_710_000
    assert totals.gross_expenditure_cents == 288_200_000
    assert totals.municipal_share_cents == 113_490_000


def test_files_are_what_their_source_makes(tmp_path: Path) -> None:
    program = REPOSITORY / "tools" / "make_examples.py"
    subprocess.run([sys.executable, program, "--without-pdf", tmp_path], check=True)

    for name in ("report.txt", "clean.txt", "expected.json", "findings.json", "projects.csv"):
        assert (tmp_path / name).read_bytes() == (MALLILA / name).read_bytes(), name
    for name in ("report.docx", "projects.xlsx"):
        made = read_cards(File(name, (tmp_path / name).read_bytes()))
        assert [card.rows for card in made.cards] == [card.rows for card in read(name).cards]


def test_files_are_small() -> None:
    assert [path.name for path in MALLILA.iterdir() if path.stat().st_size > 150_000] == []


def test_nobody_of_the_example_is_a_person_of_the_real_sample(sample: Path) -> None:
    real = json.loads((sample / "expected.json").read_text("utf-8"))["cards"]
    persons = {person for card in real for person in card["responsible_persons"]}
    surnames = {person.split()[-1] for person in persons}

    for name in ("report.txt", "clean.txt"):
        found = {person for card in read(name).cards for person in card.responsible_persons}
        assert {person for person in found if person.split()[-1] in surnames} == set()
