"""Tells a monitor whether the service answers and reaches its database."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from hankesalkku.services.health import is_healthy


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 `ok`, or 503 where the database does not answer."""
    well = is_healthy()
    return HttpResponse(
        "ok\n" if well else "database\n",
        status=200 if well else 503,
        content_type="text/plain; charset=utf-8",
    )
