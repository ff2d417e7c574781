"""Hostile and odd office files of other projects' test suites: each ends in a document or a refusal (H9)."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from hankesalkku.ingest.child import run_guarded
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read import csv_table, plain_text
from hankesalkku.ingest.read.sniff import sniff
from hankesalkku.ingest.refusal import CannotRead, Reason
from hankesalkku.ingest.transfer import are_sound

REPOSITORY = Path(__file__).parents[2]
HOSTILE = Path(os.environ.get("HANKESALKKU_HOSTILE", REPOSITORY.parent / "shared" / "data" / "hostile"))
ENDINGS = frozenset((".docx", ".docm", ".xlsx", ".xlsm", ".odt", ".ods", ".csv", ".xml"))
VERDICT_WITHIN_S = 11.0
PLAIN = {"text": plain_text.read, "csv": csv_table.read}
KNOWN = {
    "docx/poi/ExternalEntityInText.docx": Reason.DOCUMENT_TYPE_DECLARATION,
    "xlsx/poi/poc-xmlbomb.xlsx": Reason.DOCUMENT_TYPE_DECLARATION,
    "xlsx/poi/poc-shared-strings.xlsx": Reason.TOO_LARGE_UNPACKED,
    "docx/poi/bug53475-password-is-pass.docx": Reason.ENCRYPTED,
    "xlsx/poi/protected_sha512.xlsx": Reason.ENCRYPTED,
    "docx/poi-odd/truncated62886.docx": Reason.BROKEN,
}


@pytest.fixture(scope="module")
def files() -> list[Path]:
    found = sorted(path for path in HOSTILE.rglob("*") if path.suffix in ENDINGS) if HOSTILE.is_dir() else []
    if not found:
        pytest.skip(
            f"the hostile files are not on this machine (looked in {HOSTILE.name}/ beside the project)"
        )
    return found


def read(path: Path) -> SourceDocument:
    content = path.read_bytes()
    kind = sniff(content, path.name)
    reader = PLAIN.get(kind)
    return reader(content, Limits()) if reader else run_guarded(kind, content)


def verdict(path: Path) -> str:
    """Read a file as the program would; what comes out is sound or a refusal, in time."""
    started = time.monotonic()
    try:
        document = read(path)
    except CannotRead as error:
        assert time.monotonic() - started < VERDICT_WITHIN_S, path
        return error.reason
    assert time.monotonic() - started < VERDICT_WITHIN_S, path
    assert are_sound(document), path
    return "read"


def test_every_tenth_hostile_file_has_a_verdict(files: list[Path]) -> None:
    verdicts = Counter(map(verdict, files[::10]))

    assert verdicts["read"] > len(files[::10]) / 3
    assert not verdicts[Reason.READER_CRASHED]


@pytest.mark.full
def test_every_hostile_file_has_a_verdict(files: list[Path]) -> None:
    verdicts = Counter(map(verdict, files))

    assert verdicts["read"] > len(files) / 2
    assert not verdicts[Reason.READER_CRASHED]


@pytest.mark.parametrize(("name", "reason"), KNOWN.items())
def test_known_trap_has_its_reason(files: list[Path], name: str, reason: Reason) -> None:
    assert verdict(HOSTILE / name) == reason
