"""The demo's projects: whole, at home in the city, and with exactly the faults that were planted in them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from hankesalkku.core.access.subject import Visibility
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.card.record import Purpose
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Severity
from hankesalkku.core.findings.run import run
from hankesalkku.core.reference.funders import funder_of
from hankesalkku.core.values.phase import Phase
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.services.demo.city import DEMO_DAY, mallila
from hankesalkku.services.demo.project import DemoProject
from hankesalkku.services.demo.projects import projects

EXAMPLE = Path(__file__).parents[3] / "examples" / "mallila" / "expected.json"

PLANTED = {
    "pienten-digitaidot": {"progress-missing"},
    "varhaiskasvatuksen-tuki": {"parts-sum-mismatch"},
    "koulunkaynnin-tuki": {"section-two-dates"},
    "tasa-arvoinen-perusopetus": {"section-two-dates"},
    "suomen-malli-2025": {"duplicate-case-number"},
    "suomen-malli-2026": {"duplicate-case-number"},
    "hyvinvointimentorit": {"budget-years-outside-period"},
    "kansainvalinen-lukio": {"city-decision-after-start", "decision-in-future"},
    "nuorten-pelitila": {"phone-number"},
    "rantapuiston-lahiliikuntapaikka": {"sum-mismatch"},
    "ikiliikkuja": {"email-address"},
    "omatoimikirjasto": {"attestation-missing", "progress-missing"},
    "tiilitehtaan-tarina": {"funder-decision-date-missing"},
    "nuorten-chat-tuki": {"responsible-missing"},
    "osaajat-mallilaan": {"date-invalid"},
    "kotoutumisen-yhteispiste": {"amount-factor-thousand", "income-exceeds-expenditure"},
    "reitit-vesille": {"city-decision-incomplete"},
    "hulevesikosteikko": {"meeting-on-sunday"},
    "bussien-latausasema": {"city-decision-after-start"},
    "kaupunkimalli": {"period-end-before-start"},
    "ruokahavikki": {"amount-unreadable"},
    "tyohyvinvointi": {"funder-unknown"},
}
"""Errors and warnings by project; all others have none."""
SEVERE = (Severity.ERROR, Severity.WARNING)


def by_key(key: str) -> DemoProject:
    return next(project for project in projects() if project.key == key)


def test_findings_are_the_planted_ones() -> None:
    document = CardDocument(tuple(project.card for project in projects()))

    found: dict[str, set[str]] = {}
    for finding in run(Context(document, DEMO_DAY)).findings:
        for index in finding.cards if finding.severity in SEVERE else ():
            found.setdefault(projects()[index].key, set()).add(finding.rule)

    assert found == PLANTED


def test_numbers_and_keys_are_given_once() -> None:
    assert [project.number for project in projects()] == list(range(1, 67))
    assert len({project.key for project in projects()}) == 66


def test_every_phase_occurs() -> None:
    assert {phase for project in projects() for phase in project.card.phases} == set(Phase)


@pytest.mark.parametrize("project", projects(), ids=lambda project: project.key)
def test_card_is_at_home_in_the_city(project: DemoProject) -> None:
    city = mallila()
    people = {person.key for person in city.persons}
    users = {user.person for user in city.users}

    assert [row.key for row in project.card.rows] == [key.value for key in FieldKey]
    assert [city.person_named(name).key for name in project.card.responsible_persons] == list(
        project.responsible
    )
    lead = [spell for spell in project.units if spell.is_lead]
    assert city.path(lead[-1].unit) == project.card.unit
    assert {edit.person for edit in project.edits} | {note.person for note in project.comments} <= users
    assert set(project.restricted_to) <= people


@pytest.mark.parametrize("project", projects(), ids=lambda project: project.key)
def test_bodies_were_in_being_when_they_decided(project: DemoProject) -> None:
    bodies = {committee.name.fi: committee for committee in mallila().committees}

    for decision in project.decisions:
        assert decision.value is not None
        assert decision.value.body is not None
        assert decision.value.date is not None
        body, day = bodies[decision.value.body], decision.value.date.exact
        assert day is not None
        assert body.valid_from is None or body.valid_from <= day


@pytest.mark.parametrize("project", projects(), ids=lambda project: project.key)
def test_edits_lead_to_the_card(project: DemoProject) -> None:
    now = {row.key: row.text for row in project.card.rows}
    last = {edit.key: edit.after for edit in project.edits}

    assert last == {key: now[key] for key in last}
    assert list(project.edits) == sorted(project.edits, key=lambda edit: edit.at)
    assert all(edit.before != edit.after and edit.at.date() <= DEMO_DAY for edit in project.edits)


@pytest.mark.parametrize("project", projects(), ids=lambda project: project.key)
def test_funders_of_grants_are_known(project: DemoProject) -> None:
    strange = {grant.funder for grant in project.grants if funder_of(grant.funder) is None}

    assert strange <= {"Leader Mallilanseutu ry", "Uudenmaan elinvoimakeskus", "Työsuojelurahasto"}


def test_grants_of_a_project_make_its_income_where_there_are_several() -> None:
    several = [project for project in projects() if len(project.grants) > 1]

    assert {project.key for project in several} == {"digituki-lahelle", "kulttuuripolku", "vihrea-siirtyma"}
    for project in several:
        assert project.card.gross_income is not None
        amounts = [grant.amount_cents or 0 for grant in project.grants]
        assert sum(amounts) == project.card.gross_income.total_cents


def test_row_7_is_the_last_decision_that_is_no_note() -> None:
    project = by_key("vihrea-siirtyma")

    assert [decision.purpose for decision in project.decisions] == [
        Purpose.APPLY,
        Purpose.ACCEPT,
        Purpose.NOTE,
    ]
    assert project.card.municipal_decision == project.decisions[1].value


def test_moved_project_has_its_old_unit_and_its_new_one() -> None:
    project = by_key("liikkuva-kunta")

    spells = [(spell.unit, str(spell.start), str(spell.end)) for spell in project.units]
    assert spells == [
        ("vapaa-aikapalvelut", "None", "2023-07-31"),
        ("liikuntapalvelut", "2023-08-01", "None"),
    ]


def test_visibility_is_internal_before_a_grant_or_where_it_is_said() -> None:
    internal = {project.key for project in projects() if project.visibility is Visibility.INTERNAL}
    grounded = {project.key for project in projects() if project.visibility_ground}

    assert {"kestavat-hankinnat", "hukkalampo", "kyberharjoitus", "uimahallin-esteettomyys"} <= internal
    assert grounded == {"kestavat-hankinnat", "hukkalampo", "kyberharjoitus", "turvallinen-arki"}
    assert Counter(project.visibility for project in projects())[Visibility.RESTRICTED] == 1
    assert "noora.saari" in by_key("turvallinen-arki").restricted_to


def test_a_third_is_translated_into_both_languages() -> None:
    translated = [project for project in projects() if project.translations]

    assert 3 * len(translated) >= len(projects())
    wanted = {(key, language) for key in ("name", "description") for language in ("sv", "en")}
    for project in translated:
        assert {(each.key, each.language) for each in project.translations} == wanted


def test_nothing_is_left_over_by_the_grammars_but_who_is_accountable() -> None:
    left = {
        remark.text
        for project in projects()
        for row in project.card.rows
        for remark in row.remarks
        if remark.code is RemarkCode.LEFT_OVER
    }

    assert left == {"(päävastuu)"}


def test_cases_of_the_example_report_are_in_the_register() -> None:
    numbers = {number_of(project.card) for project in projects()}

    example = {card["case_number"] for card in json.loads(EXAMPLE.read_text(encoding="utf-8"))["cards"]}
    assert example <= numbers


def number_of(card: Card) -> str | None:
    return card.case_number.normal if card.case_number else None
