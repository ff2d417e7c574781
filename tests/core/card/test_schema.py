"""The JSON Schema of the card document and what we write."""

from __future__ import annotations

import jsonschema
import pytest

from hankesalkku.core.card.exchange import document_to_dict
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.card.schema import SEVERITIES, card_document_schema
from hankesalkku.core.findings.finding import Severity
from hankesalkku.ingest.cards import File, read_cards
from tests.support.reports import a_report
from tests.support.text_report import REPORT

VALIDATOR = jsonschema.Draft202012Validator(card_document_schema())


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(card_document_schema())


def test_schema_names_the_severities_of_findings() -> None:
    assert tuple(severity.value for severity in Severity) == SEVERITIES


def test_document_that_was_read_obeys() -> None:
    document = read_cards(File("raportti.txt", REPORT.encode()))

    VALIDATOR.validate(document_to_dict(document))


def test_document_made_by_hand_obeys() -> None:
    VALIDATOR.validate(document_to_dict(a_report().document))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", "hankesalkku.cards/2"),
        ("language", "de"),
        ("unknown", 1),
        ("date", "12.4.2022"),
        ("cards", [{"name": "A"}]),
    ],
)
def test_document_of_another_form_is_refused(key: str, value: object) -> None:
    data = document_to_dict(a_report().document) | {key: value}

    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("gross_income", {"total": "305360", "parts": []}),
        ("phase", "planning+unknown"),
        ("period", {"start": "2022-13", "end": None}),
        ("progress_percent", -1),
    ],
)
def test_card_of_another_form_is_refused(key: str, value: object) -> None:
    data = document_to_dict(a_report(1).document)
    data["cards"][0][key] = value

    assert not VALIDATOR.is_valid(data)


def test_schema_knows_every_row() -> None:
    pattern = card_document_schema()["$defs"]["field"]["properties"]["key"]["pattern"]

    assert all(key.value in pattern for key in FieldKey)
