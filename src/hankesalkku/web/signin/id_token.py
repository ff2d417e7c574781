"""Checks an ID token as OpenID Connect Core 3.1.3.7 lists, by a signature of the provider's announced keys.

django-allauth leaves the signature out where the token came by TLS, and knows no nonce; we check both.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from hankesalkku.services.moment import now
from hankesalkku.web.signin.provider_requests import Json, ProviderFault

ALGORITHMS = {"RS": "RSA", "PS": "RSA", "ES": "EC"}
SIZES = ("256", "384", "512")
LEEWAY_S = 60
OLDEST_S = 600
TOKEN_CHARACTERS = 100_000
SUBJECT_CHARACTERS = 255
REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a token must speak of: who issued it, for whom, in answer to which request."""

    issuer: str
    client_id: str
    nonce: str
    access_token: str


def verified_claims(token: object, key_set: Mapping[str, Any], expected: Expected) -> Json:
    """Give the claims of a token that is right in everything.

    Raises:
        ProviderFault: with the first thing that is wrong.
    """
    if not isinstance(token, str) or len(token) > TOKEN_CHARACTERS:
        raise ProviderFault("no ID token")
    try:
        header = jwt.get_unverified_header(token)
        algorithm = _algorithm(header)
        claims: Json = jwt.decode(
            token,
            _key(header, algorithm, key_set).key,
            algorithms=[algorithm],
            audience=expected.client_id,
            issuer=expected.issuer,
            leeway=LEEWAY_S,
            options={"require": REQUIRED},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise ProviderFault(f"ID token: {type(error).__name__}") from error
    _check(claims, algorithm, expected)
    return claims


def _algorithm(header: Mapping[str, Any]) -> str:
    name = str(header.get("alg", ""))
    if name[:2] not in ALGORITHMS or name[2:] not in SIZES:
        raise ProviderFault("ID token: algorithm")
    if "crit" in header:
        raise ProviderFault("ID token: critical header")
    return name


def _key(header: Mapping[str, Any], algorithm: str, key_set: Mapping[str, Any]) -> jwt.PyJWK:
    """Find the one announced key that the header names; keys and addresses in the header itself are not looked at."""
    announced = key_set.get("keys")
    fitting = [
        one
        for one in (announced if isinstance(announced, list) else [])
        if isinstance(one, dict)
        and one.get("kty") == ALGORITHMS[algorithm[:2]]
        and one.get("use", "sig") == "sig"
        and one.get("alg", algorithm) == algorithm
        and one.get("kid") == header.get("kid")
    ]
    if len(fitting) != 1:
        raise ProviderFault("ID token: key")
    return jwt.PyJWK(fitting[0], algorithm)


def _check(claims: Json, algorithm: str, expected: Expected) -> None:
    subject = claims["sub"]
    told_hash = claims.get("at_hash")
    checks = {
        "nonce": secrets.compare_digest(str(claims["nonce"]).encode(), expected.nonce.encode()),
        "audience": claims["aud"] in (expected.client_id, [expected.client_id]),
        "authorized party": claims.get("azp", expected.client_id) == expected.client_id,
        "subject": isinstance(subject, str) and 0 < len(subject) <= SUBJECT_CHARACTERS,
        "age": isinstance(claims["iat"], int | float) and claims["iat"] >= now().timestamp() - OLDEST_S,
        "access token": told_hash is None or told_hash == _half_hash(expected.access_token, algorithm),
    }
    for name, is_right in checks.items():
        if not is_right:
            raise ProviderFault(f"ID token: {name}")


def _half_hash(text: str, algorithm: str) -> str:
    """Hash as OpenID Connect Core 3.1.3.6 has it: the left half, by the algorithm of the signature."""
    digest = hashlib.new(f"sha{algorithm[2:]}", text.encode()).digest()
    return base64.urlsafe_b64encode(digest[: len(digest) // 2]).rstrip(b"=").decode()
