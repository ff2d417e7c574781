"""The language of a request: the cookie of the header's choice, else the person's setting, else Finnish."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from hankesalkku.core.language.wording import LANGUAGES, Wording

_YEAR_S = 365 * 24 * 3600


def language_of(request: HttpRequest) -> str:
    """Tell the language of the pages for a request."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if chosen in LANGUAGES:
        return chosen
    user = getattr(request, "user", None)
    preferred = getattr(user, "language", "") if user is not None and user.is_authenticated else ""
    return preferred if preferred in LANGUAGES else "fi"


def wording_of(request: HttpRequest) -> Wording:
    """Give the words of a request, made once."""
    known = getattr(request, "wording", None)
    if isinstance(known, Wording):
        return known
    wording = Wording(language_of(request))
    request.wording = wording  # type: ignore[attr-defined]
    return wording


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language chosen in the header and go back to the page."""
    language, back = request.POST.get("language", ""), request.POST.get("next", "/")
    is_own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    answer = redirect(back if is_own else "/")
    return language_choice_cookie(answer, language)


def language_choice_cookie(answer: HttpResponse, language: str) -> HttpResponse:
    """Let the browser remember a language."""
    if language in LANGUAGES:
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=_YEAR_S,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer
