"""Addresses of the gallery for the browser tests: served with the site's own middleware and security policy."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from tests.web.shared.gallery import pages


def show(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with a page of the gallery."""
    page = pages().get(f"{name}.html")
    if page is None:
        raise Http404(name)
    return HttpResponse(page)


urlpatterns = [path("osaset/<str:name>/", show)]
