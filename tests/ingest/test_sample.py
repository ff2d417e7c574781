"""The real report in its four forms, letter by letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hankesalkku.core.card.document import CardDocument
from hankesalkku.ingest.cards import File, read_cards
from tests.support.truth import differences

FORMS = ("txt", "docx", "pdf", "odt")


def read(sample: Path, form: str) -> CardDocument:
    path = sample / f"report.{form}"
    return read_cards(File(path.name, path.read_bytes()))


@pytest.mark.parametrize("form", FORMS)
def test_every_field_and_value_is_the_true_one(sample: Path, form: str) -> None:
    truth = json.loads((sample / "expected.json").read_text("utf-8"))
    assert differences(read(sample, form), truth) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_visible_character_has_its_place(sample: Path, form: str) -> None:
    document = read(sample, form)
    assert document.coverage is not None
    assert document.coverage.characters > 9_000
    assert document.coverage.placed == document.coverage.characters
    assert document.unread == ()


@pytest.mark.parametrize("form", FORMS)
def test_every_link_is_on_its_card(sample: Path, form: str) -> None:
    document = read(sample, form)
    assert [link.card for link in document.links] == list(range(12))
    assert [link.url for link in document.links] == [card.case_url for card in document.cards]
