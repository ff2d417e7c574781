"""What a reviewer does with proposals, and what two of them do to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hankesalkku.core.access.actor import Role
from hankesalkku.core.card.card import Card
from hankesalkku.core.card.choices import Choice, Take
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.editing import retyped
from hankesalkku.core.language.wording import Wording
from hankesalkku.services.background import run_pending
from hankesalkku.services.errors import Conflict, Invalid, NotAllowed, NotFound
from hankesalkku.services.imports.accept import proposal_accept, proposals_accept_clean
from hankesalkku.services.imports.decide import (
    leftover_attach,
    proposal_choose,
    proposal_match,
    proposal_reopen,
    proposal_skip,
)
from hankesalkku.services.imports.learned import import_learn_label, import_learn_unit
from hankesalkku.services.imports.ledger import import_cancel, import_progress, import_retry
from hankesalkku.services.imports.review import import_review
from hankesalkku.services.imports.seen import ReviewSeen
from hankesalkku.services.imports.upload import Brought, import_upload
from hankesalkku.services.projects.edit import ProjectEdit, project_edit
from hankesalkku.store.models import Project, Unit
from hankesalkku.store.queries.history import changes_of
from hankesalkku.store.queries.imports import BatchSeen, ProposalSeen
from hankesalkku.store.queries.projects import record_numbered
from tests.support.import_city import DAY, City, a_city, batch_of_number, imported, proposals
from tests.support.round_trip import written

pytestmark = pytest.mark.django_db
TEXTS = {
    "name": "Kirjasto kuuluu kaikille",
    "unit": "Sivistys / Kirjasto",
    "period": "1.8.2025–31.12.2026",
    "gross_income": "48 000 €",
    "gross_expenditure": "60 000 €",
    "municipal_share": "12 000 €",
    "other_information": "Dynasty: 412/12.03.00/2025",
    "status": "Reitit on sovittu.",
}


def a_card(**changes: str) -> Card:
    card = Card(rows=())
    for key, text in (TEXTS | changes).items():
        card = retyped(card, key, text)
    return card


def a_file(*cards: Card, name: str = "raportti.txt") -> Brought:
    return Brought.whole(name, written(CardDocument(cards=cards), "txt"))


@pytest.fixture
def city() -> City:
    return a_city(roles=(Role.COORDINATOR, Role.CONTROLLER, Role.READER))


def accept(city: City, batch: BatchSeen, found: ProposalSeen, project_version: int | None = None) -> int:
    return proposal_accept(
        city.coordinator,
        batch=batch.number,
        proposal=found.id,
        version=found.version,
        project_version=project_version if project_version is not None else found.match_version,
        day=DAY,
    ).number


def registered(city: City, *cards: Card) -> None:
    """Bring cards into the register."""
    batch = imported(city, a_file(*cards, name="edellinen.txt"))
    for found in proposals(city, batch):
        accept(city, batch, found)


def review(city: City, batch: BatchSeen, place: int = 1) -> ReviewSeen:
    seen = import_review(city.coordinator, batch=batch.number, place=place, wording=Wording("fi"))
    assert seen is not None
    return seen


def states(seen: ReviewSeen) -> dict[str, str]:
    return {field.key: field.state for field in seen.fields if field.state not in ("same", "empty")}


def row(city: City, key: str, number: int = 1) -> str:
    record = record_numbered(city.id, number)
    assert record is not None
    return next((row.text for row in record.card.rows if row.key == key), "")


def choose(city: City, batch: BatchSeen, key: str, choice: Choice) -> ProposalSeen:
    (found,) = proposals(city, batch)
    proposal_choose(
        city.coordinator,
        batch=batch.number,
        proposal=found.id,
        version=found.version,
        key=key,
        choice=choice,
        day=DAY,
    )
    return proposals(city, batch)[0]


def test_nothing_is_in_the_register_before_acceptance(city: City) -> None:
    imported(city, a_file(a_card()))

    assert not Project.objects.exists()


def test_accepted_card_tells_where_each_row_came_from(city: City) -> None:
    batch = imported(city, a_file(a_card()))
    accept(city, batch, proposals(city, batch)[0])

    record = record_numbered(city.id, 1)

    assert record is not None
    source = record.sources["gross_income"]
    assert (source.file, source.original) == (batch.files[0].id, "48 000 €")
    assert source.places
    assert [change.action for change in changes_of(city.id, "project", record.id)] == ["import.review"]


def test_same_project_again_changes_only_what_differs(city: City) -> None:
    registered(city, a_card())
    batch = imported(city, a_file(a_card(status="Valmis.", gross_expenditure="61 000 €")))

    seen = review(city, batch)

    assert seen.match is not None
    assert (seen.match.number, seen.kind) == (1, "changed")
    assert states(seen) == {"gross_expenditure": "changed", "status": "changed"}
    accept(city, batch, seen.proposal)
    assert (row(city, "status"), row(city, "gross_expenditure")) == ("Valmis.", "61 000 €")
    assert Project.objects.count() == 1


def test_field_that_the_file_leaves_out_stays_in_the_register(city: City) -> None:
    registered(city, a_card())
    card = a_card(status="Valmis.")
    without = replace(card, rows=tuple(r for r in card.rows if r.key != "period"), period=None)
    batch = imported(city, a_file(without))

    accept(city, batch, review(city, batch).proposal)

    assert row(city, "period") == "1.8.2025–31.12.2026"


def test_registers_value_can_be_kept(city: City) -> None:
    registered(city, a_card())
    batch = imported(city, a_file(a_card(status="Valmis.", gross_expenditure="61 000 €")))

    accept(city, batch, choose(city, batch, "gross_expenditure", Choice(Take.REGISTER)))

    assert (row(city, "status"), row(city, "gross_expenditure")) == ("Valmis.", "60 000 €")


def test_own_text_is_read_and_checked_again(city: City) -> None:
    batch = imported(city, a_file(a_card(period="1.8.2025–31.712.2026")))
    assert [f.rule for f in proposals(city, batch)[0].findings if f.severity == "error"] == ["date-invalid"]

    found = choose(city, batch, "period", Choice(Take.TEXT, "1.8.2025–31.12.2026"))

    assert [f.rule for f in found.findings if f.severity == "error"] == []
    accept(city, batch, found)
    record = record_numbered(city.id, 1)
    assert record is not None
    assert record.card.period is not None
    assert record.sources["period"].original == "1.8.2025–31.712.2026"


def test_suggestion_mends_only_the_faulty_piece(city: City) -> None:
    batch = imported(city, a_file(a_card(period="1.8.2025–31.712.2026 / toteutusvaihe")))

    (period,) = (field for field in review(city, batch).fields if field.key == "period")

    assert ("31.12.2026", "1.8.2025–31.12.2026 / toteutusvaihe") in period.suggestions


def test_unknown_field_cannot_be_chosen(city: City) -> None:
    batch = imported(city, a_file(a_card()))

    with pytest.raises(Invalid):
        choose(city, batch, "visibility", Choice(Take.TEXT, "public"))


def test_second_reviewer_sees_the_first_ones_decision(city: City) -> None:
    batch = imported(city, a_file(a_card()))
    (found,) = proposals(city, batch)
    accept(city, batch, found)

    with pytest.raises(Conflict) as caught:
        proposal_skip(city.coordinator, batch=1, proposal=found.id, version=found.version, reason="x")

    assert caught.value.by == city.coordinator.name
    assert Project.objects.count() == 1


def test_stale_proposal_is_not_accepted_before_the_new_difference_was_seen(city: City) -> None:
    registered(city, a_card())
    batch = imported(city, a_file(a_card(status="Valmis.")))
    record = record_numbered(city.id, 1)
    assert record is not None
    edit = ProjectEdit(texts={"description": "Uusi kuvaus"})
    project_edit(city.coordinator, project=record.id, version=1, edit=edit, day=DAY)
    (found,) = proposals(city, batch)

    with pytest.raises(Conflict):
        accept(city, batch, found)

    seen = review(city, batch)
    assert seen.stale is not None
    assert seen.stale.by == city.coordinator.name
    assert seen.match is not None
    accept(city, batch, found, project_version=seen.match.version)
    assert (row(city, "status"), row(city, "description")) == ("Valmis.", "Uusi kuvaus")


def test_value_changed_after_the_reports_day_is_a_conflict(city: City) -> None:
    registered(city, a_card())
    record = record_numbered(city.id, 1)
    assert record is not None
    edit = ProjectEdit(texts={"status": "Käsin kirjattu."})
    project_edit(city.coordinator, project=record.id, version=1, edit=edit, day=DAY)
    batch = imported(city, a_file(a_card(status="Vanha tieto.")), report_date="31.12.2024")

    seen = review(city, batch)

    assert (seen.kind, states(seen)) == ("conflict", {"status": "conflict"})
    (field,) = (field for field in seen.fields if field.key == "status")
    assert field.said_on == "31.12.2024"
    assert field.changed_on


def test_another_project_can_be_chosen(city: City) -> None:
    registered(city, a_card(), a_card(name="Aivan muu", other_information="Dynasty: 9/12.03.00/2025"))
    batch = imported(city, a_file(a_card(status="Valmis.")))
    (found,) = proposals(city, batch)

    proposal_match(city.coordinator, batch=batch.number, proposal=found.id, version=1, project_number=2)

    accept(city, batch, proposals(city, batch)[0])
    assert row(city, "name", 2) == "Kirjasto kuuluu kaikille"


def test_match_can_be_denied(city: City) -> None:
    registered(city, a_card())
    batch = imported(city, a_file(a_card(status="Valmis.")))
    (found,) = proposals(city, batch)

    proposal_match(city.coordinator, batch=batch.number, proposal=found.id, version=1, project_number=None)

    assert accept(city, batch, proposals(city, batch)[0]) == 2


def test_card_is_skipped_with_a_reason_and_taken_up_again(city: City) -> None:
    batch = imported(city, a_file(a_card()))
    (found,) = proposals(city, batch)
    with pytest.raises(Invalid):
        proposal_skip(city.coordinator, batch=1, proposal=found.id, version=1, reason=" ")

    proposal_skip(city.coordinator, batch=1, proposal=found.id, version=1, reason="Ei meidän hanke")

    assert batch_of_number(city, 1).state == "done"
    assert proposals(city, batch)[0].reason == "Ei meidän hanke"
    proposal_reopen(city.coordinator, batch=1, proposal=found.id, version=2)
    assert batch_of_number(city, 1).state == "review"


def test_all_without_errors_are_accepted_at_once(city: City) -> None:
    other = a_card(name="Toinen hanke", period="1.8.2025–31.712.2026", other_information="")
    batch = imported(city, a_file(a_card(), other))

    done = proposals_accept_clean(city.coordinator, batch=1, day=DAY)

    assert done.accepted == 1
    assert [found.state for found in proposals(city, batch)] == ["accepted", "open"]


def test_text_that_was_not_read_is_attached_to_a_row(city: City) -> None:
    content = a_file(a_card()).content.decode() + "\n\nNn. 7 oppilasta 0400\n"
    batch = imported(city, Brought.whole("raportti.txt", content.encode()))
    (found,) = proposals(city, batch)
    left = review(city, batch).leftovers
    if not left:
        pytest.skip("the reader found a place for it")

    leftover_attach(
        city.coordinator, batch=1, leftover=left[0].id, proposal=found.id, key="description", day=DAY
    )

    assert proposals(city, batch)[0].choices["description"]["text"] == left[0].text
    assert review(city, batch).leftovers[0].state == "attached"


def test_taught_label_is_read_in_this_import_and_the_next(city: City) -> None:
    card = retyped(a_card(status=""), "extra:Missä mennään", "Hyvin menee.", label="Missä mennään")
    batch = imported(city, a_file(card))
    assert proposals(city, batch)[0].card.status is None

    import_learn_label(city.coordinator, batch=1, label="extra:Missä mennään", field="status")

    assert proposals(city, batch)[0].card.status == "Hyvin menee."
    later = imported(city, a_file(retyped(card, "name", "Toinen")))
    assert proposals(city, later)[0].card.status == "Hyvin menee."


def test_taught_unit_is_the_one_of_the_tree(city: City) -> None:
    registered(city, a_card())
    batch = imported(city, a_file(a_card(name="Toinen", unit="Siv. / Kirj.", other_information="")))
    unit = Unit.objects.get(name="Kirjasto")

    import_learn_unit(city.coordinator, batch=batch.number, spelling=("Siv.", "Kirj."), unit=unit.id)

    accept(city, batch, proposals(city, batch)[0])
    record = record_numbered(city.id, 2)
    assert record is not None
    assert [spell.unit for spell in record.units] == [unit.id]
    assert Unit.objects.count() == 2


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.READER])
def test_other_roles_may_not(city: City, role: Role) -> None:
    batch = imported(city, a_file(a_card()))
    (found,) = proposals(city, batch)
    actor = city.actors[role]

    with pytest.raises(NotAllowed):
        import_upload(actor, files=[a_file(a_card())])
    with pytest.raises(NotAllowed):
        proposals_accept_clean(actor, batch=1, day=DAY)
    with pytest.raises(NotAllowed):
        proposal_skip(actor, batch=1, proposal=found.id, version=1, reason="x")


def test_import_of_another_organisation_is_not_found(city: City) -> None:
    imported(city, a_file(a_card()))
    other = a_city("toinen")

    with pytest.raises(NotFound):
        import_review(other.coordinator, batch=1, place=1, wording=Wording("fi"))


def test_matching_finds_no_project_of_another_organisation(city: City) -> None:
    registered(city, a_card())
    other = a_city("toinen")

    batch = imported(other, a_file(a_card()))

    assert proposals(other, batch)[0].match is None


def test_cancelled_import_proposes_nothing_until_it_is_tried_again(city: City) -> None:
    import_upload(city.coordinator, files=[a_file(a_card())])

    import_cancel(city.coordinator, batch=1)
    run_pending()

    assert import_progress(city.coordinator, batch=1).state == "cancelled"
    import_retry(city.coordinator, batch=1)
    run_pending()
    assert import_progress(city.coordinator, batch=1).state == "review"
