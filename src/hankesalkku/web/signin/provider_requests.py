"""Requests to an identity provider: a time limit for the whole, a limit of size, no redirect, https."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings

from hankesalkku.services.moment import now

ANSWER_BYTES = 1_000_000
LOOPBACK = ("127.0.0.1", "localhost", "::1")
Json = dict[str, Any]


class ProviderFault(Exception):
    """The provider cannot be used for this sign-in; the message is a word for the log, never what was received."""

    def __init__(self, why: str, *, is_unreachable: bool = False) -> None:
        super().__init__(why)
        self.is_unreachable = is_unreachable


class GuardedSession(requests.Session):
    """A session of requests that reads no more and waits no longer than is good."""

    def request(self, method: Any, url: Any, **given: Any) -> requests.Response:  # type: ignore[override]  # noqa: ANN401 - hands on
        """Send a request and read its answer.

        Raises:
            requests.RequestException: as the library has it; also for an answer too long or too late.
        """
        check_address(str(url))
        limit_s = settings.OPENID_TIMEOUT_S
        end = now().timestamp() + limit_s
        given.update(timeout=limit_s, allow_redirects=False, stream=True)
        answer = super().request(method, url, **given)
        content = bytearray()
        for piece in answer.iter_content(16_384):
            content += piece
            if len(content) > ANSWER_BYTES or now().timestamp() > end:
                answer.close()
                raise requests.RequestException("answer too long or too late")
        answer._content = bytes(content)
        return answer


def fetch_json(address: str, access: str = "") -> Json:
    """Fetch a JSON object.

    Raises:
        ProviderFault: no answer in time, no success, or no object.
    """
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {access}"} if access else {})}
    try:
        with GuardedSession() as session:
            answer = session.get(address, headers=headers)
    except requests.RequestException as error:
        raise ProviderFault("unreachable", is_unreachable=True) from error
    if answer.status_code != 200:
        raise ProviderFault(f"status {answer.status_code}", is_unreachable=answer.status_code >= 500)
    try:
        content = answer.json()
    except ValueError as error:
        raise ProviderFault("no JSON") from error
    if not isinstance(content, dict):
        raise ProviderFault("no object")
    return content


def check_address(address: str) -> None:
    """Refuse an address that is not https, loopback apart.

    Raises:
        ProviderFault: it is not.
    """
    try:
        parts = urlsplit(address)
        is_good = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    except ValueError:
        is_good = False
    if not is_good:
        raise ProviderFault("address is not https")
