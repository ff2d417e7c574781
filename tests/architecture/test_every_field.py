"""Every place that must know a field of the card knows all fourteen: the list in CONTRIBUTING.md, as a test.

Whoever adds a field to `core/card/fields.py` finds here the places that were forgotten.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import fields
from io import StringIO

import pytest

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.diff import card_changes
from hankesalkku.core.card.exchange import card_to_dict
from hankesalkku.core.card.exchange_reading import card_from_dict
from hankesalkku.core.card.fields import BY_KEY, FIELDS, LANGUAGES, FieldKey
from hankesalkku.core.card.reading import read_row
from hankesalkku.core.card.schema import card_document_schema
from hankesalkku.ingest.recognise.labels import match_label
from hankesalkku.writers.csv_table import write_csv
from hankesalkku.writers.web_page import write_web_page
from tests.support.cards import card
from tests.support.reports import CARDS, a_report
from tests.support.round_trip import WRITERS, gone_round

NOTHING: tuple[object, ...] = (None, (), [], "")
TEXTS, OTHER_TEXTS = (
    {key.value: text for key, text in zip(FieldKey, CARDS[index], strict=True)} for index in (0, 3)
)
FILLED = card(TEXTS)


def filled(values: dict[str, object]) -> list[str]:
    """Give the names that have a value."""
    return [name for name, value in values.items() if value not in NOTHING]


def read_to_a_value() -> list[str]:
    return [key for key in TEXTS if key in filled(read_row(key, TEXTS[key]).values)]


def read_back_from_json() -> list[str]:
    read = card_from_dict(card_to_dict(FILLED))
    return [field.name for field in fields(Card) if getattr(read, field.name) not in NOTHING]


def told_apart() -> list[str]:
    changed = ((key, card(TEXTS | {key: OTHER_TEXTS[key]})) for key in TEXTS)
    return [key for key, new in changed if [change.key for change in card_changes(FILLED, new)] == [key]]


def labels_known() -> list[str]:
    """Give the keys whose labels are set, and are recognised, in every language."""
    found = ((field, match_label(field.labels[language])) for field in FIELDS for language in LANGUAGES)
    unknown = {field.key for field, match in found if match is None or match.entry.key is not field.key}
    return [field.key for field in FIELDS if field.key not in unknown]


def columns_of_csv() -> list[str]:
    return next(csv.reader(StringIO(write_csv(a_report(1)).decode("utf-8-sig")), delimiter=";"))


def labels_of_web_page() -> list[str]:
    page = write_web_page(a_report(1)).decode()
    return [field.key for field in FIELDS if f">{field.label('fi')}<" in page]


PLACES: dict[str, Callable[[], Iterable[str]]] = {
    "the labels, and ingest/recognise/labels.py": labels_known,
    "core/card/card.py": lambda: [field.name for field in fields(Card)],
    "core/card/reading.py": read_to_a_value,
    "core/card/exchange.py": lambda: filled(card_to_dict(FILLED)),
    "core/card/exchange_reading.py": read_back_from_json,
    "core/card/schema.py": lambda: card_document_schema()["$defs"]["card"]["properties"],
    "core/card/diff.py": told_apart,
    "core/report/build.py": lambda: [row.key for row in a_report(1).cards[0].rows],
    "writers/csv_table.py": columns_of_csv,
    "writers/web_page.py": labels_of_web_page,
}


@pytest.mark.parametrize("place", PLACES)
def test_place_knows_every_field(place: str) -> None:
    known = set(PLACES[place]())

    assert [key.value for key in FieldKey if key not in known] == []


@pytest.mark.parametrize("form", WRITERS)
def test_form_brings_every_field_back(form: str) -> None:
    (read,) = gone_round(a_report(1).document, form).cards

    assert [key.value for key in FieldKey if not (row := read.row(key)) or not row.text] == []


def test_fields_are_numbered_in_order() -> None:
    assert [(field.key, field.number) for field in FIELDS] == list(zip(FieldKey, range(1, 15), strict=True))
    assert list(BY_KEY) == [key.value for key in FieldKey]
