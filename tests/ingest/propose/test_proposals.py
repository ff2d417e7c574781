"""The stage of proposals: new, changed, same, in conflict."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.matching import Assignment, Known, compare
from hankesalkku.core.card.proposal import Draft, Proposal, ProposalKind, propose_draft
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.propose.proposals import propose
from tests.support.cards import card, document

ID = UUID(int=7)
TEXTS = {"name": "Kirjastoauto", "period": "2031–2032", "gross_income": "5 000 €", "status": "Alkaa syksyllä"}
REGISTER = [Known(ID, 7, 3, card(TEXTS))]
REPORTED = PartialDate(2031, 12, 31)


def proposal(changed: dict[str, str], changed_on: dict[str, date] | None = None) -> Proposal:
    drafts = document(card(TEXTS | changed), date=REPORTED)
    return propose(drafts, REGISTER, {ID: changed_on or {}})[0]


def test_card_of_no_project_is_new() -> None:
    (found,) = propose(document(card(name="Pyöräreitit")), REGISTER, {})

    assert (found.kind, found.match, found.changes) == (ProposalKind.NEW, None, ())


def test_card_that_says_what_the_register_has_is_the_same() -> None:
    found = proposal({"gross_income": "5.000,00 euroa"})

    assert (found.kind, found.changes) == (ProposalKind.SAME, ())
    assert found.known == REGISTER[0]


def test_field_that_differs_is_a_change_from_old_to_new() -> None:
    found = proposal({"gross_income": "6 000 €"})

    assert found.kind is ProposalKind.CHANGED
    (change,) = found.changes
    assert (change.change.key, change.change.old, change.change.new) == ("gross_income", "5 000 €", "6 000 €")


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2031, 12, 31), ProposalKind.CHANGED),
        (date(2032, 1, 1), ProposalKind.CONFLICT),
    ],
)
def test_register_value_of_a_later_day_than_the_report_is_a_conflict(day: date, kind: ProposalKind) -> None:
    found = proposal({"status": "Käynnissä"}, {"status": day})

    assert found.kind is kind
    assert (found.changes[0].changed_on, found.changes[0].said_on) == (day, REPORTED)


def test_later_change_of_a_field_that_says_the_same_is_no_conflict() -> None:
    assert proposal({}, {"status": date(2040, 1, 1)}).kind is ProposalKind.SAME


def test_report_without_a_date_makes_no_conflict_until_it_is_given_one() -> None:
    drafts = document(card(TEXTS | {"status": "Käynnissä"}))
    changed_on = {ID: {"status": date(2032, 5, 1)}}

    assert propose(drafts, REGISTER, changed_on)[0].kind is ProposalKind.CHANGED
    dated = propose(drafts, REGISTER, changed_on, reported_on=PartialDate(2031))
    assert dated[0].kind is ProposalKind.CONFLICT


def test_what_the_file_does_not_say_is_named_and_proposes_nothing() -> None:
    drafts = CardDocument((card(name="Kirjastoauto", period="2031–2032", status=""),))

    (found,) = propose(drafts, REGISTER, {})

    assert (found.kind, found.changes) == (ProposalKind.SAME, ())
    assert set(found.silent) == {"gross_income", "status"}


def test_cards_of_the_same_project_name_each_other_and_one_gets_the_project() -> None:
    again = TEXTS | {"status": "Päättyi"}
    found = propose(document(card(TEXTS), card(name="Muu"), card(again)), REGISTER, {})

    assert [proposal.kind for proposal in found] == [ProposalKind.SAME, ProposalKind.NEW, ProposalKind.NEW]
    assert [proposal.twins for proposal in found] == [(2,), (), (0,)]
    assert [match.known.id for match in found[2].alternatives] == [ID]


def test_project_chosen_by_a_person_is_compared_in_the_same_way() -> None:
    draft = Draft(0, card(name="Aivan muu", status="Alkaa syksyllä"), REPORTED)
    chosen = Assignment(compare(draft.card, REGISTER[0]))

    found = propose_draft(draft, chosen, {})

    assert [change.change.key for change in found.changes] == ["name"]
    assert found.kind is ProposalKind.CHANGED


def test_empty_document_proposes_nothing() -> None:
    assert propose(CardDocument(()), REGISTER, {}) == ()
    assert propose(CardDocument((Card(rows=()),)), REGISTER, {})[0].kind is ProposalKind.NEW
