"""The real sample PDF: brought in, accepted, written from the register, read back equal to its truth."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hankesalkku.core.card.document import CardDocument
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.services.imports.accept import proposal_accept, proposals_accept_clean
from hankesalkku.store.queries.imports import BatchSeen
from hankesalkku.store.queries.projects import records
from tests.support.import_city import DAY, City, a_city, batch_of_number, imported, proposals
from tests.support.round_trip import gone_round, values_of
from tests.support.truth import differences

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["report.pdf", "report.docx", "report.txt"])
def test_sample_gives_twelve_projects_that_read_back_equal(sample: Path, name: str) -> None:
    city = a_city()
    batch = imported(city, sample / name)
    accept_all(city, batch.number)

    document = register_document(city, batch)
    truth = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    original = read_cards(File(name, (sample / name).read_bytes()))

    assert len(document.cards) == 12
    assert batch.files[0].percent_placed == 100
    assert differences(document, {"cards": truth["cards"]}) == []
    for form in ("txt", "json"):
        again = gone_round(document, form)
        assert [values_of(card) for card in again.cards] == [values_of(card) for card in original.cards]


def accept_all(city: City, number: int) -> None:
    """Accept the clean ones at once and the others one by one."""
    proposals_accept_clean(city.coordinator, batch=number, day=DAY)
    for found in proposals(city, batch_of_number(city, number)):
        if found.state == "open":
            proposal_accept(
                city.coordinator,
                batch=number,
                proposal=found.id,
                version=found.version,
                project_version=found.match_version,
                day=DAY,
            )


def register_document(city: City, batch: BatchSeen) -> CardDocument:
    """Give the projects that came of an import, in its order."""
    keys = [found.result for found in proposals(city, batch) if found.result]
    return CardDocument(cards=tuple(record.card for record in records(city.id, keys)))
