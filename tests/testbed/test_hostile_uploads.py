"""The hostile uploads reach the site as they are."""

from __future__ import annotations

import json

import pytest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client
from django.urls import path

from tests.support.hostile_uploads import (
    ODD_UPLOADS,
    Upload,
    assert_is_a_page,
    hostile_files,
    post_upload,
)


def receive(request: HttpRequest) -> JsonResponse:
    """Say what arrived."""
    files = request.FILES.getlist("file")
    return JsonResponse({"kind": request.POST.get("kind"), "sizes": [file.size for file in files]})


def echo(request: HttpRequest) -> HttpResponse:
    """Send back what came."""
    return HttpResponse(request.body)


urlpatterns = [path("vastaanota", receive), path("kaiuta", echo)]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("upload", ODD_UPLOADS, ids=str)
def test_odd_upload_arrives_whole_without_a_folder(client: Client, upload: Upload) -> None:
    answer = post_upload(client, "/vastaanota", upload, kind="kortit")

    assert_is_a_page(answer, upload)
    arrived = json.loads(answer.content)
    assert arrived["kind"] == "kortit"
    assert arrived["sizes"] == [len(upload.content)]


@pytest.mark.urls(__name__)
def test_name_goes_out_with_its_folders(client: Client) -> None:
    upload = Upload("", "../../../etc/passwd.txt", b"x", "text/plain")

    assert b'filename="../../../etc/passwd.txt"' in post_upload(client, "/kaiuta", upload).content


@pytest.mark.urls(__name__)
def test_hostile_files_arrive(client: Client) -> None:
    files = hostile_files()

    assert len(files) > 100
    answer = post_upload(client, "/vastaanota", files[0])
    assert json.loads(answer.content)["sizes"] == [files[0].stat().st_size]


def test_server_error_is_no_page() -> None:
    with pytest.raises(AssertionError, match="answer 500"):
        assert_is_a_page(JsonResponse({}, status=500), "tyhja.pdf")
