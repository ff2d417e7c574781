"""Zip files that strangers sent: judged by their directory before any parser sees a byte of them.

Source: requirements, section 3, H2, H3 and H5.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import IO

from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.refusal import CannotRead, Reason

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_CHUNK = 1 << 16
_ARCHIVE_ENDINGS = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".cab", ".jar")
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Archive:
    """A zip file whose directory has passed; parts are inflated on demand and counted while they are."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Open a zip file and judge its directory.

        Raises:
            CannotRead: ENCRYPTED, BROKEN, TOO_LARGE, TOO_MANY_PARTS, UNSAFE_PATH, DUPLICATE_PART,
                NESTED_ARCHIVE, TOO_LARGE_UNPACKED or COMPRESSION_RATIO.
        """
        self._limits = limits
        self._inflated = 0
        _check_outside(content, limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _FAULTS as error:
            raise CannotRead(Reason.BROKEN, detail=str(error)[:120]) from None
        self._parts = {_normal(entry.filename): entry for entry in self._zip.infolist()}
        _check_directory(self._zip.infolist(), limits)

    @property
    def names(self) -> list[str]:
        """Give the names of all parts as they are written, in the directory's order."""
        return [entry.filename.replace("\\", "/") for entry in self._parts.values()]

    def __contains__(self, name: str) -> bool:
        """Tell whether there is such a part; case does not count (ECMA-376, part 2, 6.2.2)."""
        return _normal(name) in self._parts

    def size(self, name: str) -> int:
        """Give the inflated size that the directory declares, which `read` never exceeds.

        Raises:
            KeyError: there is no such part.
        """
        return self._parts[_normal(name)].file_size

    def read(self, name: str) -> bytes:
        """Inflate one part.

        Raises:
            KeyError: there is no such part.
            CannotRead: BROKEN, or TOO_LARGE_UNPACKED when all parts read so far pass the limit.
        """
        entry = self._parts[_normal(name)]
        try:
            with self._zip.open(entry) as part:
                return self._inflate(part, name)
        except _FAULTS as error:
            raise CannotRead(Reason.BROKEN, place=name, detail=str(error)[:120]) from None

    def _inflate(self, part: IO[bytes], name: str) -> bytes:
        chunks = []
        while chunk := part.read(_CHUNK):
            self._inflated += len(chunk)
            if self._inflated > self._limits.unpacked_bytes:
                raise CannotRead(
                    Reason.TOO_LARGE_UNPACKED, place=name, detail=f"> {self._limits.unpacked_bytes}"
                )
            chunks.append(chunk)
        return b"".join(chunks)


def _normal(name: str) -> str:
    return name.replace("\\", "/").casefold()


def _check_outside(content: bytes, limits: Limits) -> None:
    """Judge what needs no parser: size, the container of encrypted Office files, the number of entries."""
    if len(content) > limits.file_bytes:
        raise CannotRead(Reason.TOO_LARGE, detail=f"{len(content)} > {limits.file_bytes}")
    if content.startswith(OLE_MAGIC):
        raise CannotRead(Reason.ENCRYPTED if is_encrypted_office(content) else Reason.WRONG_FORMAT)
    entries = content.count(_DIRECTORY_ENTRY)
    if entries > limits.archive_members:
        raise CannotRead(Reason.TOO_MANY_PARTS, detail=f"{entries} > {limits.archive_members}")


def is_encrypted_office(content: bytes) -> bool:
    """Tell whether an OLE container holds an encrypted Office package. Source: [MS-OFFCRYPTO] 2.3.4.4."""
    return content.startswith(OLE_MAGIC) and "EncryptedPackage".encode("utf-16-le") in content


def _check_directory(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    names: set[str] = set()
    for entry in entries:
        _check_entry(entry)
        if _normal(entry.filename) in names:
            raise CannotRead(Reason.DUPLICATE_PART, place=entry.filename)
        names.add(_normal(entry.filename))
    _check_sizes(entries, limits)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = _normal(entry.filename)
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":" or "\0" in entry.orig_filename:
        raise CannotRead(Reason.UNSAFE_PATH, place=entry.filename)
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise CannotRead(Reason.ENCRYPTED, place=entry.filename)
    if name.endswith(_ARCHIVE_ENDINGS):
        raise CannotRead(Reason.NESTED_ARCHIVE, place=entry.filename)


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > limits.unpacked_bytes:
        raise CannotRead(Reason.TOO_LARGE_UNPACKED, detail=f"{unpacked} > {limits.unpacked_bytes}")
    if unpacked > limits.compression_ratio * max(packed, 1):
        raise CannotRead(Reason.COMPRESSION_RATIO, detail=f"> {limits.compression_ratio} : 1")
