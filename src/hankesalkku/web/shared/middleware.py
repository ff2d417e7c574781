"""What happens to every request: its own id, its words, headers of the answer, limits of the session."""

from __future__ import annotations

import ipaddress
import logging
from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils import timezone, translation

from hankesalkku.services.moment import DEFAULT_ZONE, new_key, now
from hankesalkku.services.people.sign_in import signed_out
from hankesalkku.services.request_facts import answering
from hankesalkku.web.shared.language import wording_of

GetResponse = Callable[[HttpRequest], HttpResponse]
_STARTED, _SEEN = "started_at", "seen_at"
_SEEN_EVERY_S = 60
_WAYS_IN = ("/kirjaudu/", "/kieli/", "/static/")
CHECKED = "checked_at"
_REQUESTS = logging.getLogger("hankesalkku.requests")


class TrustedProxies:
    """Believes X-Forwarded-For and -Proto of the proxies named in the settings, and drops them from everybody else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the client's own address and scheme in place."""
        request.META["hankesalkku.was_forwarded"] = any(name in request.META for name in FORWARDING)
        forwarded = request.META.pop("HTTP_X_FORWARDED_FOR", "")
        scheme = request.META.pop("HTTP_X_FORWARDED_PROTO", "")
        for name in (
            "HTTP_X_FORWARDED_HOST",
            "HTTP_X_FORWARDED_PORT",
            "HTTP_FORWARDED",
            "HTTP_X_HANKESALKKU_PROTO",
        ):
            request.META.pop(name, None)
        if request.META.get("REMOTE_ADDR", "") in settings.TRUSTED_PROXIES:
            client = forwarded.rpartition(",")[2].strip()
            if _is_address(client):
                request.META["REMOTE_ADDR"] = client
            if scheme == "https":
                request.META["HTTP_X_HANKESALKKU_PROTO"] = "https"
        return self.get_response(request)


FORWARDING = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_FORWARDED",
    "HTTP_VIA",
)
METHODS = ("GET", "HEAD", "POST", "OPTIONS")


class KnownMethods:
    """Answers 405 to a method that no page has, TRACE before all (ASVS 13.4.4)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let known methods through."""
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)


class RequestIdentity:
    """Gives every request an id, tells the audit log where it came from, and keeps signed-in answers out of caches.

    What it finds on the way out is one line of the log: the route, never the address, which may hold a one-time link.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer within the request's facts."""
        request_id = new_key().hex[-12:]
        request.request_id = request_id  # type: ignore[attr-defined]
        begun = now()
        wording = wording_of(request)
        with (
            answering(request_id, request.META.get("REMOTE_ADDR", "")),
            translation.override(wording.language),
            timezone.override(DEFAULT_ZONE),
        ):
            answer = self.get_response(request)
            _log(request, answer, (now() - begun).total_seconds())
        answer["X-Request-Id"] = request_id
        answer["Permissions-Policy"] = PERMISSIONS
        answer["Content-Language"] = wording.language
        if "Cache-Control" not in answer and request.user.is_authenticated:
            answer["Cache-Control"] = "no-store"
        return answer


PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class SessionLimits:
    """Ends a session after its idle time, and at its longest age in any case (ASVS 7.3)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out who was away too long; note the visit at most once a minute."""
        if request.user.is_authenticated:
            at = int(now().timestamp())
            started = request.session.setdefault(_STARTED, at)
            seen = request.session.get(_SEEN, at)
            if at - seen > settings.SESSION_IDLE_S or at - started > settings.SESSION_COOKIE_AGE:
                _end(request)
            elif is_check_due(request) and not request.path.startswith(_WAYS_IN):
                if request.method in ("GET", "HEAD") and "HX-Request" not in request.headers:
                    return redirect("/kirjaudu/tarkistus/?" + urlencode({"next": request.get_full_path()}))
                _end(request)
            elif at - seen > _SEEN_EVERY_S or _SEEN not in request.session:
                request.session[_SEEN] = at
        return self.get_response(request)


def is_check_due(request: HttpRequest) -> bool:
    """Tell whether the provider was last asked an hour ago: who left the house is out within the hour (A5)."""
    checked = request.session.get(CHECKED)
    return checked is not None and now().timestamp() - checked > settings.PROVIDER_CHECK_S


def _end(request: HttpRequest) -> None:
    assert request.user.is_authenticated
    user = request.user.pk
    signed_out(user, why="session limit")
    logout(request)
    request.ended_user = user  # type: ignore[attr-defined]  # read by web.shared.ended


def _log(request: HttpRequest, answer: HttpResponse, seconds: float) -> None:
    match = request.resolver_match
    user = getattr(request, "user", None)
    _REQUESTS.info(
        "request",
        extra={
            "method": request.method,
            "route": match.route if match else "",
            "status": answer.status_code,
            "ms": round(1000 * seconds),
            "user": str(user.pk) if user is not None and user.is_authenticated else None,
        },
    )


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
