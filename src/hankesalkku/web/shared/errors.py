"""Answers to what went wrong: not found, refused, expired form, fault of the service; named in `web.urls`."""

from __future__ import annotations

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from hankesalkku.core.language.wording import LANGUAGES, Wording


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404: what was looked for is not there, or is another organisation's."""
    return render(request, "404.html", {"wording": _wording(request)}, status=404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 403; an exception's `refusal` may say what the page is, which roles may open it and whom to ask."""
    context = {"wording": _wording(request), "refusal": getattr(exception, "refusal", None)}
    return render(request, "403.html", context, status=403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose secret against forgery is missing or old (setting CSRF_FAILURE_VIEW)."""
    return render(request, "shared/expired.html", {"wording": _wording(request)}, status=403)


def service_fault(request: HttpRequest) -> HttpResponse:
    """Answer 500 with the request's id; needs no database, no session and no context processor."""
    wording = _wording(request)
    words = {name: wording.say(f"web.shared.fault.{name}") for name in ("title", "words", "again")}
    context = {
        **words,
        "language": wording.language,
        "id_label": wording.say("web.shared.fault.id"),
        "request_id": getattr(request, "request_id", ""),
        "again_href": request.get_full_path() if request.method == "GET" else "/",
        "stylesheet_href": _static("hankesalkku/css/site.css"),
        "icon_href": _static("hankesalkku/img/mark.svg"),
    }
    return HttpResponse(loader.get_template("500.html").render(context), status=500)


def _wording(request: HttpRequest) -> Wording:
    """Give the request's words, else those of the language cookie, else Finnish."""
    wording = getattr(request, "wording", None)
    if isinstance(wording, Wording):
        return wording
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return Wording(language if language in LANGUAGES else "fi")


def _static(name: str) -> str:
    """Give a static file's address; empty where its list of names is damaged, since a fault must be answered."""
    try:
        return staticfiles_storage.url(name)
    except (OSError, ValueError):
        return ""
