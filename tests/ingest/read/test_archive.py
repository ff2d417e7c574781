"""Zip files are judged by their directory before anything is inflated."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.archive import Archive
from hankesalkku.ingest.refusal import CannotRead, Reason
from tests.support.packages import zipped


def refused(content: bytes, limits: Limits | None = None) -> Reason:
    with pytest.raises(CannotRead) as caught:
        Archive(content, limits or Limits())
    return caught.value.reason


def test_parts_are_read_whatever_their_case() -> None:
    archive = Archive(zipped({"word/document.xml": "a", "b.txt": "c"}), Limits())

    assert archive.names == ["word/document.xml", "b.txt"]
    assert archive.read("Word\\Document.xml") == b"a"
    assert "puuttuu" not in archive


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "a/../../x", "c:/x", "a\\..\\x"])
def test_path_that_leads_out_is_refused(name: str) -> None:
    assert refused(zipped({name: "x"})) is Reason.UNSAFE_PATH


def test_names_that_differ_in_case_only_are_duplicates() -> None:
    assert refused(zipped({"word/document.xml": "a", "WORD/document.xml": "b"})) is Reason.DUPLICATE_PART


def test_same_name_twice_is_refused() -> None:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a", "1")
        archive.writestr("a", "2")

    assert refused(buffer.getvalue()) is Reason.DUPLICATE_PART


@pytest.mark.parametrize("name", ["sisus.zip", "sisus.7z", "a/b.tar.gz"])
def test_archive_in_an_office_file_is_refused(name: str) -> None:
    assert refused(zipped({name: "x"})) is Reason.NESTED_ARCHIVE


def test_encrypted_part_is_refused() -> None:
    content = bytearray(zipped({"a": "x"}))
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1

    assert refused(bytes(content)) is Reason.ENCRYPTED


def test_limits_are_refused_each_with_its_reason() -> None:
    bomb = zipped({"a": bytes(3_000_000)})

    assert refused(bomb, Limits(unpacked_bytes=2_000_000)) is Reason.TOO_LARGE_UNPACKED
    assert refused(bomb) is Reason.COMPRESSION_RATIO
    assert refused(zipped({str(n): "" for n in range(9)}), Limits(archive_members=8)) is Reason.TOO_MANY_PARTS
    assert refused(bomb, Limits(file_bytes=100)) is Reason.TOO_LARGE


def test_size_is_counted_while_inflating_too() -> None:
    archive = Archive(zipped({"a": "x" * 60, "b": "y" * 60}), Limits(unpacked_bytes=130))
    archive.read("a")
    archive.read("b")

    with pytest.raises(CannotRead) as caught:
        archive.read("a")
    assert caught.value.reason is Reason.TOO_LARGE_UNPACKED


def test_part_that_lies_about_its_size_is_broken() -> None:
    content = bytearray(zipped({"a": bytes(100_000)}))
    directory = content.index(b"PK\x01\x02")
    struct.pack_into("<I", content, directory + 24, 100)

    with pytest.raises(CannotRead) as caught:
        Archive(bytes(content), Limits(compression_ratio=5_000)).read("a")
    assert caught.value.reason is Reason.BROKEN


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.BROKEN),
        (b"PK\x05\x06" + bytes(10), Reason.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.WRONG_FORMAT),
    ],
)
def test_what_is_no_zip_is_refused(content: bytes, reason: Reason) -> None:
    assert refused(content) is reason


@given(st.binary(max_size=60), st.integers(0, 250), st.integers(0, 255))
def test_damaged_zip_is_read_or_refused(text: bytes, place: int, byte: int) -> None:
    content = bytearray(zipped({"word/document.xml": text, "b": b"x"}))
    content[place % len(content)] = byte
    try:
        archive = Archive(bytes(content), Limits())
        for name in archive.names:
            archive.read(name)
    except CannotRead:
        pass
