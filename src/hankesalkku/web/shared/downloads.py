"""Files that leave the site: always as something to keep, never as a page of ours (H13)."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse

from hankesalkku.services.files.keep import File

SANDBOX = "default-src 'none'; sandbox"


def download(file: File) -> HttpResponse:
    """Answer with a file as an attachment under its safe name; the browser neither guesses its type nor runs it."""
    response = HttpResponse(b"".join(file.chunks), content_type=file.media_type)
    plain = file.name.encode("ascii", "replace").decode("ascii").replace("?", "_")
    response["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name)}"
    return _guarded(response)


def picture(file: File) -> HttpResponse:
    """Answer with a picture that we drew ourselves, to be shown within a page of ours and kept by its reader alone."""
    response = HttpResponse(b"".join(file.chunks), content_type="image/png")
    response["Content-Disposition"] = "inline"
    _guarded(response)
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _guarded(response: HttpResponse) -> HttpResponse:
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response
