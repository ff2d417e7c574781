"""A strict relying party for the provider's own tests: it refuses whatever OpenID Connect Core tells it to refuse.

It proves that each fault of `oidc_faults` is one, and that the provider is right when it has none. The site has its own
checks; this is what they have to come up to.
"""

from __future__ import annotations

import json
import secrets
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt

from tests.support.oidc_provider import Refused
from tests.support.oidc_server import OidcProvider
from tests.support.oidc_tokens import CLIENT_ID, CLIENT_SECRET, Claims, challenge_of, half_hash

CALLBACK = "http://127.0.0.1/kirjaudu/vastaus"
ANSWER_BYTES = 100_000
LEEWAY_S = 60
OLDEST_S = 600
SUBJECT_CHARACTERS = 255
REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


class NotSignedIn(Exception):
    """The sign-in was refused; the message says what for."""


@dataclass(slots=True)
class StrictClient:
    """Signs in at a provider whose issuer it was set up with; one object is one browser session."""

    provider: OidcProvider
    timeout_s: float = 0.5
    state: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))

    def sign_in(self) -> Claims:
        """Go the whole way and give the verified claims of the ID token, with those of userinfo.

        Raises:
            NotSignedIn: something is not as it has to be.
        """
        description = self._json(self.provider.discovery_url)
        if description.get("issuer") != self.provider.issuer:
            raise NotSignedIn("issuer of the description")
        try:
            code = self._code(self.provider.approve(self.authorize_url(description)))
            answer = self._json(description["token_endpoint"], data=self._token_request(code))
            claims = self._verified(answer, self._json(description["jwks_uri"]))
            told = self._json(description["userinfo_endpoint"], access=answer["access_token"])
        except (KeyError, Refused) as found:
            raise NotSignedIn(repr(found)) from found
        if told.get("sub") != claims["sub"]:
            raise NotSignedIn("subject of userinfo")
        return {**told, **claims}

    def authorize_url(self, description: Claims) -> str:
        """Give the address that the browser is sent to."""
        request = {
            "client_id": CLIENT_ID,
            "redirect_uri": CALLBACK,
            "response_type": "code",
            "scope": "openid profile email",
            "state": self.state,
            "nonce": self.nonce,
            "code_challenge": challenge_of(self.verifier),
            "code_challenge_method": "S256",
        }
        return f"{description['authorization_endpoint']}?{urlencode(request)}"

    def _code(self, callback: str) -> str:
        sent = dict(parse_qsl(urlsplit(callback).query))
        if sent.get("state") != self.state or sent.get("iss") != self.provider.issuer or "error" in sent:
            raise NotSignedIn("state, issuer or error of the redirect")
        return sent["code"]

    def _token_request(self, code: str) -> dict[str, str]:
        return {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": CALLBACK,
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "code_verifier": self.verifier,
        }

    def _verified(self, answer: Claims, key_set: Claims) -> Claims:
        """Check what OpenID Connect Core 3.1.3.7 lists."""
        token = answer["id_token"]
        if answer.get("token_type", "").lower() != "bearer":
            raise NotSignedIn("token type")
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            key = next(key for key in jwt.PyJWKSet.from_dict(key_set).keys if key.key_id == kid)
            claims: Claims = jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=CLIENT_ID,
                issuer=self.provider.issuer,
                leeway=LEEWAY_S,
                options={"require": REQUIRED},
            )
        except (jwt.PyJWTError, StopIteration) as found:
            raise NotSignedIn(repr(found)) from found
        self._check_claims(claims, answer["access_token"])
        return claims

    def _check_claims(self, claims: Mapping[str, Any], access: str) -> None:
        oldest = time.time() - OLDEST_S
        checks = {
            "nonce": secrets.compare_digest(str(claims["nonce"]), self.nonce),
            "audience": claims["aud"] in (CLIENT_ID, [CLIENT_ID]),
            "authorized party": claims.get("azp", CLIENT_ID) == CLIENT_ID,
            "subject": isinstance(claims["sub"], str) and 0 < len(claims["sub"]) <= SUBJECT_CHARACTERS,
            "age": claims["iat"] >= oldest,
            "access token's hash": claims.get("at_hash", half_hash(access)) == half_hash(access),
        }
        if wrong := [name for name, is_right in checks.items() if not is_right]:
            raise NotSignedIn(", ".join(wrong))

    def _json(self, url: str, data: Mapping[str, str] | None = None, access: str = "") -> Claims:
        """Fetch an object.

        Raises:
            NotSignedIn: there is no answer in time, or it is no JSON object.
        """
        request = urllib.request.Request(url, data=urlencode(data).encode() if data else None)
        if access:
            request.add_header("Authorization", f"Bearer {access}")
        try:
            with urllib.request.urlopen(request, timeout=self.timeout_s) as answer:
                found = json.loads(answer.read(ANSWER_BYTES))
        except (OSError, HTTPException, ValueError) as problem:
            raise NotSignedIn(repr(problem)) from problem
        if not isinstance(found, dict):
            raise NotSignedIn("answer is no object")
        return found
