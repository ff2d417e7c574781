"""Keeps bytes and gives them back: on the disk first, then the row, so that no row is ever without its bytes (P4).

A file lies at FILES_DIR/<organisation>/ab/cdef…, named by its SHA-256; its own name is nowhere on the disk. It is
written whole beside its place, brought to the disk with its folder, and renamed. A file without a row, which a stopped
machine left in between, is taken away by `services/files/sweep.py`.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from hankesalkku.services.errors import NotFound
from hankesalkku.services.files.safe_name import safe_name
from hankesalkku.services.moment import new_key, now
from hankesalkku.store.models import StoredFile

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class File:
    """A file to be handed out: its safe name, media type, length in bytes, and the bytes piece by piece."""

    name: str
    media_type: str
    size: int
    chunks: Iterator[bytes]


def file_keep(organisation: UUID, content: bytes, media_type: str) -> UUID:
    """Keep bytes of an organisation and give the key of their row; the same bytes are kept once.

    Call it within the transaction of the act that refers to the file: without a row the bytes are swept away.
    """
    digest = hashlib.sha256(content).hexdigest()
    with folder_lock(exclusive=False):
        _write(path_of(organisation, digest), content)
    row = StoredFile(
        id=new_key(),
        organisation_id=organisation,
        sha256=digest,
        size=len(content),
        media_type=media_type,
        created_at=now(),
    )
    StoredFile.objects.bulk_create([row], ignore_conflicts=True)
    return (
        StoredFile.objects.filter(organisation=organisation, sha256=digest).values_list("id", flat=True).get()
    )


def file_open(organisation: UUID, key: UUID, name: str) -> File:
    """Give a kept file to be handed out under a name that is made safe.

    Raises:
        NotFound: the organisation has no such file.
    """
    row = StoredFile.objects.filter(organisation=organisation, id=key).first()
    path = path_of(organisation, row.sha256) if row else None
    if row is None or path is None or not path.is_file():
        raise NotFound(key)
    return File(safe_name(name, row.media_type), row.media_type, row.size, _chunks(path))


def file_bytes(organisation: UUID, key: UUID) -> bytes:
    """Give the bytes of a kept file whole.

    Raises:
        NotFound: the organisation has no such file.
    """
    return b"".join(file_open(organisation, key, "").chunks)


def path_of(organisation: UUID, digest: str) -> Path:
    """Tell where bytes lie."""
    return Path(settings.FILES_DIR) / str(organisation) / digest[:2] / digest[2:]


@contextmanager
def folder_lock(*, exclusive: bool) -> Iterator[None]:
    """Hold the folder: many may keep at once, the sweeper takes a file away only while nobody does."""
    root = Path(settings.FILES_DIR)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (root / ".lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
        yield


def _write(path: Path, content: bytes) -> None:
    """Write bytes so that after a power cut they are there whole or not at all; what is there gets young."""
    if path.is_file() and path.stat().st_size == len(content):
        os.utime(path)
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
