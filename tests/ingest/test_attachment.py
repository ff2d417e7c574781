"""Our own PDF with another card document in it than its pages print."""

from __future__ import annotations

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.report.build import Choices, build_report
from hankesalkku.ingest.cards import ATTACHMENT_DIFFERS, File, read_cards
from hankesalkku.writers.json_document import write_json
from hankesalkku.writers.pdf import write_pdf
from tests.support.cards import card, document
from tests.support.round_trip import PRINTED_ON

HONEST = document(card(name="Kirjasto", gross_income="20 000 €", unit="Sivistys", budget_years="2031"))
FORGED = document(card(name="Kirjasto", gross_income="90 000 €", unit="Sivistys", budget_years="2031"))


def pdf(printed: CardDocument, attached: CardDocument) -> CardDocument:
    page = build_report(printed, (), printed_on=PRINTED_ON, choices=Choices())
    data = write_json(build_report(attached, (), printed_on=PRINTED_ON, choices=Choices()))
    return read_cards(File("report.pdf", write_pdf(page, data)))


def test_pages_are_believed_where_the_attachment_differs() -> None:
    read = pdf(HONEST, FORGED)
    assert read.cards[0].gross_income == HONEST.cards[0].gross_income
    assert [piece.kind for piece in read.hidden] == [ATTACHMENT_DIFFERS]


def test_attachment_that_agrees_gives_rows_as_written_and_places_on_the_page() -> None:
    read = pdf(HONEST, HONEST)
    assert [row.text for row in read.cards[0].rows] == [row.text for row in HONEST.cards[0].rows]
    assert all(place.page for row in read.cards[0].rows for place in row.places)
    assert read.hidden == ()
