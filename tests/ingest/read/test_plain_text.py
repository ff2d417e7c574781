"""Plain text: encodings, pages, lines, printed addresses, and nothing heavy imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.ingest.document import Block, BlockKind, SourceLink
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read import plain_text
from hankesalkku.ingest.refusal import CannotRead, Reason

REPORT = "Hankkeen nimi\nLukutaito kääntää pään\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    document = plain_text.read(REPORT.encode(encoding), Limits())

    assert document.text == "Hankkeen nimi\nLukutaito kääntää pään"


def test_utf_16_big_endian_needs_its_mark() -> None:
    content = b"\xfe\xff" + REPORT.encode("utf-16-be")

    assert plain_text.read(content, Limits()).text.startswith("Hankkeen nimi")


def test_form_feeds_are_pages_and_empty_lines_count() -> None:
    document = plain_text.read(b"\n\n  yksi \r\nkaksi\f\nkolme\f", Limits())

    assert document.blocks == (
        Block(BlockKind.LINE, 0, 4, page=1, line=3),
        Block(BlockKind.LINE, 5, 10, page=1, line=4),
        Block(BlockKind.LINE, 11, 16, page=2, line=2),
    )
    assert (document.pages, document.is_wrapped) == (2, True)


def test_text_without_form_feeds_has_no_pages() -> None:
    document = plain_text.read(b"yksi", Limits())

    assert (document.pages, document.blocks[0].page) == (None, None)


def test_printed_address_becomes_a_link() -> None:
    url = "https://dynasty.mallila.fi/dynasty/#/case/12"

    document = plain_text.read(f"Lisää: {url}.\n".encode(), Limits())

    assert document.links == (SourceLink(url, 7, 7 + len(url), in_text=True),)


def test_controls_become_spaces() -> None:
    assert plain_text.read(b"a\0b\x07c", Limits()).text == "a b c"


@pytest.mark.parametrize(
    ("content", "limits", "reason"),
    [
        (b"", Limits(), Reason.EMPTY),
        (b" \n\f\n", Limits(), Reason.EMPTY),
        (b"12345", Limits(file_bytes=4), Reason.TOO_LARGE),
        (b"a\fb\fc", Limits(pdf_pages=2), Reason.TOO_MANY_PAGES),
        (b"\xff\xfeabc", Limits(), Reason.BROKEN),
    ],
)
def test_unreadable_text_is_refused(content: bytes, limits: Limits, reason: Reason) -> None:
    with pytest.raises(CannotRead) as caught:
        plain_text.read(content, limits)
    assert caught.value.reason is reason


@given(st.binary(max_size=300))
def test_any_bytes_end_in_text_or_refusal(content: bytes) -> None:
    try:
        document = plain_text.read(content, Limits())
    except CannotRead:
        return
    assert document.text == "\n".join(document.text[block.start : block.end] for block in document.blocks)


def test_no_parser_is_imported() -> None:
    code = "import sys, hankesalkku.ingest.read.plain_text; print(*{'lxml', 'zipfile', 'pypdfium2'} & {*sys.modules})"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == ""


def test_real_sample_has_its_twelve_addresses(sample: Path) -> None:
    document = plain_text.read((sample / "report.txt").read_bytes(), Limits())

    assert len({link.url for link in document.links}) == 12
    assert all("#/case/" in link.url for link in document.links)
