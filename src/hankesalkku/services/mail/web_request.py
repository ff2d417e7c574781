"""A request to another service on the web: no redirect, a time limit, a limit of size, a JSON answer."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.parse import urlencode, urlsplit

from hankesalkku.services.mail.message import CannotSend

TIMEOUT_S = 10
ANSWER_BYTES = 200_000
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _StaysHere(urllib.request.HTTPRedirectHandler):
    """Follows nothing: a token is never sent where an answer points to."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """Refuse."""
        return None


def post_form(address: str, form: Mapping[str, str]) -> dict[str, Any]:
    """Send a form and give the JSON object that answers.

    Raises:
        CannotSend: no answer in ten seconds, a refusal, or something else than an object.
    """
    content = _post(address, urlencode(form).encode(), {"Content-Type": "application/x-www-form-urlencoded"})
    try:
        answer = json.loads(content)
    except ValueError as error:
        raise CannotSend(f"{urlsplit(address).hostname}: answer is no JSON") from error
    if not isinstance(answer, dict):
        raise CannotSend(f"{urlsplit(address).hostname}: answer is no object")
    return answer


def post_json(address: str, content: Mapping[str, Any], token: str) -> None:
    """Send JSON with an access token.

    Raises:
        CannotSend: as `post_form`.
    """
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    _post(address, json.dumps(content).encode(), headers)


def _post(address: str, content: bytes, headers: Mapping[str, str]) -> bytes:
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise CannotSend(f"{parts.hostname}: only https", is_final=True)
    request = urllib.request.Request(address, data=content, headers=dict(headers))  # noqa: S310 - checked above
    try:
        with urllib.request.build_opener(_StaysHere).open(request, timeout=TIMEOUT_S) as answer:
            return bytes(answer.read(ANSWER_BYTES))
    except urllib.error.HTTPError as error:
        with error:
            raise CannotSend(
                f"{parts.hostname}: {error.code} {error.reason}", is_final=_is_final(error.code)
            ) from error
    except (OSError, HTTPException) as error:
        raise CannotSend(f"{parts.hostname}: {error}") from error


def _is_final(status: int) -> bool:
    return 400 <= status < 500 and status not in (408, 425, 429)
