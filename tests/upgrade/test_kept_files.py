"""Files that released versions wrote are read for ever: every kept one holds what its report held."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hankesalkku.ingest.cards import File, read_cards
from tests.support.round_trip import values_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "mallila" / "report.docx"
KEPT = sorted(Path(__file__).parent.glob("*/mallila.*"))


def test_a_release_keeps_a_file_of_every_form_that_carries_the_values() -> None:
    forms: dict[str, set[str]] = {path.parent.name: set() for path in KEPT}
    for path in KEPT:
        forms[path.parent.name].add(path.suffix)
    assert forms["0.1.0"] == {".json", ".pdf", ".docx", ".xlsx", ".odt", ".txt"}


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_kept_file_still_reads_to_what_it_held(path: Path) -> None:
    report = read_cards(File(EXAMPLE.name, EXAMPLE.read_bytes()))
    kept = read_cards(File(path.name, path.read_bytes()))

    assert [values_of(card) for card in kept.cards] == [values_of(card) for card in report.cards]
    assert (kept.title, kept.division, kept.note) == (report.title, report.division, report.note)


@pytest.mark.parametrize(
    "path", [path for path in KEPT if path.suffix == ".json"], ids=lambda path: path.parent.name
)
def test_kept_document_has_the_schema_of_its_version(path: Path) -> None:
    assert json.loads(path.read_bytes())["schema"] == "hankesalkku.cards/1"
