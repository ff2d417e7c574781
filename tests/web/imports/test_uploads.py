"""What a hostile or unlucky person may send through the upload page: a clear page each time, never a server error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.test import Client

from hankesalkku.core.access.actor import Role
from hankesalkku.services.background import run_pending
from hankesalkku.store.models import ImportBatch, ImportedFile, Proposal
from hankesalkku.web.shared import uploads
from tests.support.hostile_uploads import (
    ODD_UPLOADS,
    Upload,
    assert_is_a_page,
    hostile_files,
    post_upload,
)
from tests.support.import_city import City, a_city, a_report_file

pytestmark = pytest.mark.django_db
ADDRESS = "/app/mallila/tuonti/"
ENDINGS = {".fuzz": ".pdf"}


@pytest.fixture
def city() -> City:
    return a_city(roles=(Role.COORDINATOR, Role.READER, Role.AUDITOR))


@pytest.fixture
def client(city: City) -> Client:
    client = Client()
    client.force_login(city.user())
    return client


def as_pages(client: Client, upload: Upload) -> str:
    """Send a file, let it be read, and look at every page that comes of it; give the last one's text."""
    before = ImportBatch.objects.count()
    answer = post_upload(client, ADDRESS, upload, field="files")
    assert_is_a_page(answer, upload.case)
    run_pending()
    batch = ImportBatch.objects.order_by("-number").first()
    if batch is None or ImportBatch.objects.count() == before:
        return answer.content.decode()
    address = f"{ADDRESS}{batch.number}/"
    for page in (
        ADDRESS,
        address,
        f"{address}tarkista/",
        f"{address}lukematta/",
        f"{address}tiedosto/0/teksti/",
    ):
        assert_is_a_page(client.get(page), (upload.case, page))
    original = client.get(f"{address}tiedosto/0/")
    assert original.content == upload.content
    assert original["Content-Disposition"].startswith("attachment; ")
    return client.get(address).content.decode()


@pytest.mark.parametrize("upload", ODD_UPLOADS, ids=str)
def test_odd_upload_gets_a_page(client: Client, upload: Upload) -> None:
    as_pages(client, upload)


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (Upload("", "tyhja.pdf", b"", "application/pdf"), "Tiedosto on tyhjä"),
        (Upload("", "kuva.png", b"\x89PNG\r\n\x1a\n" + bytes(99), "image/png"), "kuva.png"),
    ],
)
def test_refused_upload_says_why(client: Client, upload: Upload, words: str) -> None:
    answer = post_upload(client, ADDRESS, upload, field="files")

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_nothing_chosen_says_so(client: Client) -> None:
    answer = client.post(ADDRESS, {})

    assert answer.status_code == 422
    assert "Valitse tiedosto tai liitä teksti." in answer.content.decode()


def test_too_large_file_is_refused_with_the_limit(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    content = b"x" * (uploads.FILE_BYTES + 1)

    answer = post_upload(client, ADDRESS, Upload("", "iso.txt", content, "text/plain"), field="files")

    assert answer.status_code == 422
    assert "suurempi kuin 25 Mt" in answer.content.decode()


def test_too_long_request_is_refused_before_it_is_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "REQUEST_BYTES", 1_000)

    answer = post_upload(client, ADDRESS, Upload("", "iso.txt", b"x" * 2_000, "text/plain"), field="files")

    assert answer.status_code == 413
    assert "Lähetys on liian suuri" in answer.content.decode()


def test_same_file_again_says_when_it_was_brought_in(client: Client) -> None:
    file = a_report_file()
    upload = Upload("", file.name, file.content, "text/plain")
    as_pages(client, upload)

    answer = post_upload(client, ADDRESS, upload, field="files")

    assert "sama tiedosto tuotiin" in answer.content.decode()
    assert ImportBatch.objects.count() == 1


def test_pasted_text_is_read_like_a_file(client: Client) -> None:
    text = a_report_file().content.decode()

    client.post(ADDRESS, {"text": text})
    run_pending()

    assert Proposal.objects.count() == 3


def test_card_document_with_what_no_database_stores_is_read(client: Client) -> None:
    content = a_report_file("json", 1).content.replace(b"Hyvinvointi / ", b"Hyv\\u0000\\ud800 / ")

    as_pages(client, Upload("", "kortit.json", content, "application/json"))

    assert ImportedFile.objects.get().state == "read"


def test_reader_may_neither_see_nor_bring_in(city: City) -> None:
    client = Client()
    client.force_login(city.user(Role.READER))

    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"text": "x"}).status_code == 403


def test_auditor_sees_but_brings_nothing_in(city: City) -> None:
    client = Client()
    client.force_login(city.user(Role.AUDITOR))

    page = client.get(ADDRESS)

    assert page.status_code == 200
    assert 'type="file"' not in page.content.decode()
    assert client.post(ADDRESS, {"text": "x"}).status_code == 403


@pytest.mark.full
def test_hostile_files_get_a_page_each(client: Client) -> None:
    for path in hostile_files():
        as_pages(client, hostile_upload(path))


def test_some_hostile_files_get_a_page_each(client: Client) -> None:
    for path in hostile_files()[::60]:
        as_pages(client, hostile_upload(path))


def hostile_upload(path: Path) -> Upload:
    """Give a hostile file under the ending of its folder's type."""
    name = path.stem + ENDINGS.get(path.suffix, path.suffix)
    return Upload(os.fspath(path), name, path.read_bytes(), "application/octet-stream")
