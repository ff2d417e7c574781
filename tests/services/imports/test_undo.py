"""An import is taken back as far as nobody changed what it brought."""

from __future__ import annotations

import pytest

from hankesalkku.services.errors import AlreadyDone
from hankesalkku.services.imports.undo import LeftAlone, Undone, import_undo
from hankesalkku.services.projects.edit import ProjectEdit, project_edit
from hankesalkku.store.models import Project
from hankesalkku.store.queries.projects import record_numbered
from tests.services.imports.test_review import a_card, a_file, accept, registered, row
from tests.support.import_city import DAY, City, a_city, batch_of_number, imported, proposals

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return a_city()


def edit(city: City, **texts: str) -> None:
    record = record_numbered(city.id, 1)
    assert record is not None
    project_edit(
        city.coordinator, project=record.id, version=record.version, edit=ProjectEdit(texts=texts), day=DAY
    )


def test_new_project_goes(city: City) -> None:
    registered(city, a_card())

    assert import_undo(city.coordinator, batch=1, day=DAY) == Undone(1, 0, ())
    assert not Project.objects.exists()
    assert batch_of_number(city, 1).state == "undone"


def test_new_project_that_somebody_changed_stays(city: City) -> None:
    registered(city, a_card())
    edit(city, status="Käsin.")

    undone = import_undo(city.coordinator, batch=1, day=DAY)

    key = Project.objects.get().id
    assert undone == Undone(0, 0, (LeftAlone(key, 1, "Kirjasto kuuluu kaikille"),))


def test_merged_project_gets_its_values_back(city: City) -> None:
    registered(city, a_card())
    before = record_numbered(city.id, 1)
    batch = imported(city, a_file(a_card(status="Valmis.", unit="Sivistys / Opisto")))
    accept(city, batch, proposals(city, batch)[0])

    assert import_undo(city.coordinator, batch=2, day=DAY) == Undone(0, 1, ())

    after = record_numbered(city.id, 1)
    assert before is not None
    assert after is not None
    assert after.card == before.card
    assert after.units == before.units
    assert {key: source.file for key, source in after.sources.items()} == {
        key: source.file for key, source in before.sources.items()
    }


def test_field_that_somebody_changed_since_stays(city: City) -> None:
    registered(city, a_card())
    batch = imported(city, a_file(a_card(status="Valmis.", gross_expenditure="61 000 €")))
    accept(city, batch, proposals(city, batch)[0])
    edit(city, status="Käsin.")

    undone = import_undo(city.coordinator, batch=2, day=DAY)

    assert [one.fields for one in undone.left] == [("status",)]
    assert (row(city, "status"), row(city, "gross_expenditure")) == ("Käsin.", "60 000 €")
    assert batch_of_number(city, 2).undo_left[0]["fields"] == ["status"]


def test_undone_import_can_be_brought_in_again(city: City) -> None:
    registered(city, a_card())
    import_undo(city.coordinator, batch=1, day=DAY)

    registered(city, a_card())

    assert Project.objects.count() == 1


def test_import_is_undone_once(city: City) -> None:
    registered(city, a_card())
    import_undo(city.coordinator, batch=1, day=DAY)

    with pytest.raises(AlreadyDone):
        import_undo(city.coordinator, batch=1, day=DAY)
