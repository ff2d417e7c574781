"""Files on their way in: no more of one is kept than may be read, no request is longer than it may be (H2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hankesalkku.services.imports.upload import Brought
from hankesalkku.web.shared.frames import open_frame
from hankesalkku.web.shared.language import wording_of

FILE_BYTES = 25 * 1024 * 1024
REQUEST_BYTES = 6 * FILE_BYTES


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Writes a file into a temporary one up to FILE_BYTES; of what is longer only the length is kept."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece, as far as it is within the limit."""
        rest = FILE_BYTES - start
        if rest > 0:
            self.file.write(raw_data[:rest])

    def file_complete(self, file_size: int) -> UploadedFile[Any]:
        """Hand over the file; its `size` is what was sent."""
        self.file.seek(0)
        self.file.size = file_size
        return self.file


def brought(file: UploadedFile[Any]) -> Brought:
    """Give an uploaded file as the import takes it."""
    content = file.read(FILE_BYTES)
    return Brought(file.name or "", content, max(file.size or 0, len(content)))


class RequestBounds:
    """Answers a request that is too long before anything of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Any:  # noqa: ANN401 - any answer
        """Refuse by the length that the request tells, else go on."""
        told = request.META.get("CONTENT_LENGTH") or "0"
        if told.isascii() and told.isdigit() and int(told) <= REQUEST_BYTES:
            return self.get_response(request)
        context = {
            "frame": open_frame(request),
            "wording": wording_of(request),
            "limit": REQUEST_BYTES // 1024 // 1024,
        }
        return render(request, "shared/too_long.html", context, status=413)
