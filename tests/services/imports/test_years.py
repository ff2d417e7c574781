"""Reports of several years in one step: the newest wins, older values are the project's history."""

from __future__ import annotations

import pytest

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.services.imports.upload import Brought
from hankesalkku.store.queries.history import changes_of
from hankesalkku.store.queries.projects import record_numbered
from tests.services.imports.test_review import a_card, accept, row
from tests.support.import_city import City, a_city, imported, proposals
from tests.support.round_trip import written

pytestmark = pytest.mark.django_db


def report(year: int, *cards: Card) -> Brought:
    document = CardDocument(cards=cards, date=PartialDate(year, 12, 31))
    return Brought.whole(f"raportti-{year}.txt", written(document, "txt"))


@pytest.fixture
def city() -> City:
    return a_city()


def test_newest_wins_whatever_the_order(city: City) -> None:
    batch = imported(
        city, report(2025, a_card(status="Valmis.")), report(2024, a_card(description="Vanha kuvaus"))
    )

    (found,) = proposals(city, batch)
    accept(city, batch, found)

    assert (row(city, "status"), row(city, "description")) == ("Valmis.", "Vanha kuvaus")
    record = record_numbered(city.id, 1)
    assert record is not None
    newest, oldest = (file.id for file in batch.files)
    assert (record.sources["status"].file, record.sources["description"].file) == (newest, oldest)
    assert record.report_date == "2025-12-31"


def test_older_values_are_in_the_history(city: City) -> None:
    batch = imported(city, report(2024, a_card()), report(2025, a_card(status="Valmis.")))

    accept(city, batch, proposals(city, batch)[0])

    record = record_numbered(city.id, 1)
    assert record is not None
    past = [c for c in changes_of(city.id, "project", record.id) if c.action == "import.past_value"]
    assert [(change.old, change.new) for change in past] == [
        (
            {"row:status": "Reitit on sovittu.", "report_date": "2024-12-31"},
            {"row:status": "Valmis.", "report_date": "2025-12-31"},
        )
    ]


def test_refused_file_does_not_stop_the_others(city: City) -> None:
    broken = Brought.whole("rikki.pdf", b"%PDF-1.7\n" + bytes(500))

    batch = imported(city, broken, report(2025, a_card()))

    assert [file.state for file in batch.files] == ["refused", "read"]
    assert len(proposals(city, batch)) == 1
