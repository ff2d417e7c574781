"""What happens to every request: its own id, its words, headers of the answer, limits of the session."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from hankesalkku.services.moment import new_key, now
from hankesalkku.services.request_facts import answering
from hankesalkku.web.shared.language import wording_of

GetResponse = Callable[[HttpRequest], HttpResponse]
_STARTED, _SEEN = "started_at", "seen_at"
_SEEN_EVERY_S = 60


class TrustedProxies:
    """Believes X-Forwarded-For and -Proto of the proxies named in the settings, and drops them from everybody else."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the client's own address and scheme in place."""
        forwarded = request.META.pop("HTTP_X_FORWARDED_FOR", "")
        scheme = request.META.pop("HTTP_X_FORWARDED_PROTO", "")
        request.META.pop("HTTP_X_FORWARDED_HOST", None)
        request.META.pop("HTTP_X_HANKESALKKU_PROTO", None)
        if request.META.get("REMOTE_ADDR", "") in settings.TRUSTED_PROXIES:
            client = forwarded.rpartition(",")[2].strip()
            if _is_address(client):
                request.META["REMOTE_ADDR"] = client
            if scheme == "https":
                request.META["HTTP_X_HANKESALKKU_PROTO"] = "https"
        return self.get_response(request)


class RequestIdentity:
    """Gives every request an id, tells the audit log where it came from, and keeps signed-in answers out of caches."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer within the request's facts."""
        request_id = new_key().hex[-12:]
        request.request_id = request_id  # type: ignore[attr-defined]
        with answering(request_id, request.META.get("REMOTE_ADDR", "")):
            answer = self.get_response(request)
        answer["X-Request-Id"] = request_id
        answer["Permissions-Policy"] = PERMISSIONS
        answer["Content-Language"] = wording_of(request).language
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
                logout(request)
            elif at - seen > _SEEN_EVERY_S or _SEEN not in request.session:
                request.session[_SEEN] = at
        return self.get_response(request)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
