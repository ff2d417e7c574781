"""Formats are told from the content; the ending of the name is a hint only."""

from __future__ import annotations

import contextlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.sniff import Format, sniff
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.packages import paragraph, word_file, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCX = word_file(paragraph("a"))
TABLE = "Nimi;Tulot\nLukutaito;1500\n"


def stream_name(name: str) -> bytes:
    return OLE + bytes(512) + f"{name}\0".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.7\n", "a.docx", Format.PDF),
        (b"\n\n%PDF-1.4", "", Format.PDF),
        (DOCX, "a.docx", Format.DOCX),
        (DOCX, "a.zip", Format.DOCX),
        (DOCX, "a.pdf", Format.DOCX),
        (zipped({"xl/workbook.xml": ""}), "", Format.XLSX),
        (zipped({"xl/workbook.bin": ""}), "", Format.XLS),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "", Format.ODT),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "", Format.ODS),
        (stream_name("Workbook"), "a.xls", Format.XLS),
        (b"Hankkeen nimi\n", "a.txt", Format.TEXT),
        (b"Hankkeen nimi\n", "", Format.TEXT),
        ("Määräaika".encode("cp1252"), "", Format.TEXT),
        ("Hankkeen nimi".encode("utf-16"), "", Format.TEXT),
        (TABLE.encode(), "a.csv", Format.CSV),
        (TABLE.encode(), "", Format.CSV),
        (TABLE.encode(), "a.txt", Format.TEXT),
        (b"a,b\n", "a.CSV", Format.CSV),
        (b"a\tb\nc\td\n", "a.tsv", Format.CSV),
        (b'{"cards": []}', "", Format.JSON),
        (b"[{}]\n", "a.txt", Format.JSON),
        (b"{}", "", Format.JSON),
        (b"rikki", "a.json", Format.JSON),
        (b"[Luonnos] Hankkeen nimi", "", Format.TEXT),
    ],
)
def test_format_is_told(content: bytes, name: str, expected: Format) -> None:
    assert sniff(content, name) is expected


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\0\xef\xbb\xbf", Reason.EMPTY),
        (stream_name("WordDocument"), Reason.OLD_WORD),
        (b"{\\rtf1 a}", Reason.OLD_WORD),
        (stream_name("EncryptedPackage"), Reason.ENCRYPTED),
        (OLE + bytes(600), Reason.UNKNOWN_FORMAT),
        (zipped({"a.txt": "a"}), Reason.UNKNOWN_FORMAT),
        (b"<!DOCTYPE html><html></html>", Reason.UNKNOWN_FORMAT),
        (b'<?xml version="1.0"?><a/>', Reason.UNKNOWN_FORMAT),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), Reason.UNKNOWN_FORMAT),
        (b"PK\x03\x04 katkennut", Reason.BROKEN),
        (zipped({"../a": "a"}), Reason.UNSAFE_PATH),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, reason: Reason) -> None:
    with pytest.raises(CannotRead) as caught:
        sniff(content)
    assert caught.value.reason is reason


def test_mimetype_that_is_a_bomb_is_not_inflated() -> None:
    with pytest.raises(CannotRead) as caught:
        sniff(zipped({"mimetype": bytes(100_000), "b": os.urandom(1_000)}))
    assert caught.value.reason is Reason.UNKNOWN_FORMAT


def test_limits_hold_before_anything_is_opened() -> None:
    with pytest.raises(CannotRead) as caught:
        sniff(DOCX, limits=Limits(archive_members=1))
    assert caught.value.reason is Reason.TOO_MANY_PARTS


@given(st.binary(max_size=200), st.sampled_from(["", "a.txt", "a.csv", "a.docx"]))
def test_any_bytes_have_a_format_or_a_reason(content: bytes, name: str) -> None:
    with contextlib.suppress(CannotRead):
        assert sniff(content, name) in Format
