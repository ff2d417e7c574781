"""The documents that the benchmarks measure with are documents as any other."""

from __future__ import annotations

import jsonschema
import pytest

from bench.forms import made
from bench.many import many_cards
from bench.projects import invent
from hankesalkku.core.card.exchange import document_to_dict
from hankesalkku.core.card.schema import card_document_schema
from hankesalkku.core.values.text import fold_space
from hankesalkku.ingest.cards import File, read_cards
from tests.support.round_trip import values_of


def test_document_is_valid() -> None:
    document = many_cards(25)

    jsonschema.validate(document_to_dict(document), card_document_schema())
    assert len(document.cards) == 25


def test_cards_say_what_was_invented() -> None:
    projects = tuple(invent(25))
    cards = many_cards(25).cards

    assert [[row.text for row in card.rows] for card in cards] == [
        [fold_space(text) for text in project.texts.values()] for project in projects
    ]
    assert [card.case_url for card in cards] == [project.url for project in projects]


def test_every_value_can_be_read() -> None:
    cards = many_cards(25).cards

    assert [card for card in cards if None in (card.period, card.gross_income, card.funder_decision)] == []
    assert sum(card.case_number is None for card in cards) == 1


def test_fewer_cards_are_the_beginning_of_more() -> None:
    assert many_cards(3).cards == many_cards(5).cards[:3]


@pytest.mark.parametrize("form", ["foreign.pdf", "foreign.txt", "own.pdf", "own.txt", "docx", "xlsx", "json"])
def test_file_reads_back(form: str) -> None:
    document = read_cards(File(f"cards.{form.rpartition('.')[2]}", made(form, 21)))

    assert [values_of(card) for card in document.cards] == [values_of(card) for card in many_cards(21).cards]
