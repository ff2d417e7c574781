"""The HTTP server of the tests' identity provider: a thread on loopback, nothing but the standard library."""

from __future__ import annotations

import base64
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import IO, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.support.oidc_faults import Answer, Place
from tests.support.oidc_provider import Provider, Refused
from tests.support.oidc_tokens import Claims

SILENCE_S = 60


class OidcProvider(Provider):
    """A provider that listens; `discovery_url` is what a site is set up with."""

    def __init__(self, issuer: str) -> None:
        self.ending = threading.Event()
        super().__init__(issuer)

    @property
    def discovery_url(self) -> str:
        """Give the address of the description."""
        return f"{self.issuer}/.well-known/openid-configuration"

    def approve(self, authorize_url: str) -> str:
        """Go where the site sent the browser, and give the address that the provider sends it back to.

        Raises:
            Refused: the provider turned the request down; its code is the answer's error.
        """
        opener = urllib.request.build_opener(_StaysHere)
        try:
            with opener.open(authorize_url, timeout=SILENCE_S) as answer:
                raise Refused("no redirect", answer.status)
        except urllib.error.HTTPError as answer:
            with answer:
                if answer.code == 302:
                    return str(answer.headers["Location"])
                raise Refused(json.load(answer)["error"], answer.code) from None


class _StaysHere(urllib.request.HTTPRedirectHandler):
    """Follows nothing."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        return None


@contextmanager
def serving() -> Iterator[OidcProvider]:
    """Let a provider listen on a free port as long as the block lasts."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.provider = provider = OidcProvider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        provider.ending.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    provider: OidcProvider


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True)))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self._answer(dict(parse_qsl(body, keep_blank_values=True)))

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002, ANN401 - as the base class has it
        """Say nothing: a test prints what matters."""

    def _answer(self, request: dict[str, str]) -> None:
        try:
            self._route(self.server.provider, urlsplit(self.path).path, request)
        except Refused as refused:
            self._send_json({"error": refused.code}, refused.status)

    def _route(self, provider: OidcProvider, path: str, request: dict[str, str]) -> None:
        match self.command, path:
            case "GET", "/.well-known/openid-configuration":
                self._send_at(Place.DISCOVERY, provider.discovery)
            case "GET", "/keys":
                self._send_at(Place.KEY_SET, provider.key_set)
            case "GET", "/foreign-keys":
                self._send_json(provider.foreign_key_set())
            case "GET", "/authorize":
                self._redirect(provider.authorize(request))
            case "POST", "/token":
                self._send_at(Place.TOKEN_ANSWER, lambda: provider.redeem(request, self._client(request)))
            case (("GET" | "POST"), "/userinfo"):
                self._send_at(Place.USERINFO, lambda: provider.userinfo(self._access()))
            case "GET", "/groups":
                self._send_json(provider.group_page(self._access(), int(request.get("start", "0"))))
            case (("GET" | "POST"), "/end-session"):
                address = provider.end_session(request)
                self._redirect(address) if address else self._send_json({"ended": True})
            case _:
                raise Refused("not_found", 404)

    def _client(self, request: Mapping[str, str]) -> tuple[str, str]:
        """Read who the client says it is, from the header or from the form."""
        kind, _, value = self.headers.get("Authorization", "").partition(" ")
        if kind == "Basic":
            name, _, secret = base64.b64decode(value).decode().partition(":")
            return unquote(name), unquote(secret)
        return request.get("client_id", ""), request.get("client_secret", "")

    def _access(self) -> str:
        return self.headers.get("Authorization", "").removeprefix("Bearer ")

    def _send_at(self, place: Place, content: Callable[[], Claims]) -> None:
        answer = self.server.provider.faulty_answer(place)
        self._send_json(content()) if answer is None else self._send(answer)

    def _send_json(self, content: Mapping[str, Any], status: int = 200) -> None:
        self._send(Answer(json.dumps(content).encode(), status))

    def _send(self, answer: Answer) -> None:
        if answer.is_silent:
            self.server.provider.ending.wait(SILENCE_S)
        if answer.is_silent or answer.is_cut:
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(answer.content)

    def _redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()
