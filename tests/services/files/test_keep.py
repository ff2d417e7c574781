from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import Settings

from hankesalkku.services.errors import NotFound
from hankesalkku.services.files.keep import file_bytes, file_keep, file_open, path_of
from hankesalkku.services.files.sweep import Swept, sweep
from hankesalkku.services.moment import new_key, now
from hankesalkku.store.models import ImportBatch, ImportedFile, StoredFile
from tests.support.import_city import City, a_city

pytestmark = pytest.mark.django_db
NO_GRACE = timedelta(0)


@pytest.fixture
def city(tmp_path: Path, settings: Settings) -> City:
    settings.FILES_DIR = tmp_path / "files"
    return a_city()


def refer_to(city: City, stored: UUID) -> None:
    """Make an import refer to a kept file."""
    at = now()
    batch = ImportBatch.objects.create(
        id=new_key(), organisation_id=city.id, number=1, created_at=at, changed_at=at
    )
    ImportedFile.objects.create(
        id=new_key(), organisation_id=city.id, batch=batch, position=0, file_id=stored
    )


def only_path(city: City) -> Path:
    return path_of(city.id, StoredFile.objects.get().sha256)


def test_kept_bytes_are_given_back(city: City) -> None:
    key = file_keep(city.id, b"sis\xc3\xa4lt\xc3\xb6", "text/plain")

    file = file_open(city.id, key, "../raportti.exe")

    assert (file.name, file.media_type, file.size) == ("raportti.exe.txt", "text/plain", 9)
    assert b"".join(file.chunks) == b"sis\xc3\xa4lt\xc3\xb6"


def test_same_bytes_are_kept_once(city: City) -> None:
    keys = {file_keep(city.id, b"a", "text/plain") for _ in range(3)}

    assert len(keys) == 1 == StoredFile.objects.count()


def test_file_of_another_organisation_is_not_found(city: City) -> None:
    key = file_keep(city.id, b"a", "text/plain")

    with pytest.raises(NotFound):
        file_bytes(a_city("toinen").id, key)


def test_bytes_are_on_the_disk_for_their_owner_only(city: City) -> None:
    file_keep(city.id, b"a", "text/plain")

    assert only_path(city).stat().st_mode & 0o077 == 0
    assert only_path(city).parent.stat().st_mode & 0o077 == 0


def test_sweep_takes_orphans_and_leaves_what_is_referred_to(city: City) -> None:
    refer_to(city, file_keep(city.id, b"kept", "text/plain"))
    kept = only_path(city)
    orphan = path_of(city.id, "ab" + "0" * 62)
    half = kept.parent / ".new-half"
    for path in (orphan, half):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"orphan")

    assert sweep(grace=NO_GRACE, at=now() + timedelta(minutes=1)) == Swept(3, 2, 12)
    assert [path.exists() for path in (kept, orphan, half)] == [True, False, False]


def test_sweep_takes_rows_that_nothing_refers_to(city: City) -> None:
    file_keep(city.id, b"never used", "text/plain")
    path = only_path(city)

    sweep(grace=NO_GRACE, at=now() + timedelta(minutes=1))

    assert not StoredFile.objects.exists()
    assert not path.exists()


def test_sweep_leaves_what_is_young(city: City) -> None:
    orphan = path_of(city.id, "ab" + "0" * 62)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"orphan")

    assert sweep().removed == 0


def test_keeping_an_old_orphan_again_makes_it_young(city: City) -> None:
    file_keep(city.id, b"a", "text/plain")
    path = only_path(city)
    StoredFile.objects.all().delete()
    os.utime(path, (0, 0))

    file_keep(city.id, b"a", "text/plain")

    assert sweep().removed == 0
    assert path.read_bytes() == b"a"


def test_half_written_bytes_are_written_anew(city: City) -> None:
    file_keep(city.id, b"whole", "text/plain")
    path = only_path(city)
    path.write_bytes(b"wh")

    key = file_keep(city.id, b"whole", "text/plain")

    assert file_bytes(city.id, key) == b"whole"
