"""Keys and tokens of the tests' identity provider; also those that no honest provider would issue."""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

Claims = dict[str, Any]
CLIENT_ID = "hankesalkku"
CLIENT_SECRET = "vain-testien-salaisuus-0123456789abcdef"  # made up, of these tests only


@dataclass(frozen=True, slots=True)
class Key:
    """An RSA key with its identifier."""

    kid: str
    private: rsa.RSAPrivateKey

    @property
    def public_pem(self) -> bytes:
        """Give the public half as everyone who reads the key set can write it."""
        return self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    @property
    def public_jwk(self) -> Claims:
        """Give the public half as the key set has it."""
        jwk: Claims = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key()))
        return {**jwk, "kid": self.kid, "use": "sig", "alg": "RS256"}


@dataclass(frozen=True, slots=True)
class Keys:
    """What a provider signs with, a second announced key, and one of a stranger."""

    signing: Key
    other: Key
    foreign: Key


@functools.cache
def made_keys() -> Keys:
    """Make the keys once a process; they are of no use outside it."""
    made = [rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(3)]
    return Keys(Key("avain-1", made[0]), Key("avain-2", made[1]), Key("vieras", made[2]))


def signed(claims: Mapping[str, Any], key: Key, header: Mapping[str, Any] | None = None) -> str:
    """Sign claims as an honest provider does; `header` adds to the header or changes it."""
    return jwt.encode(dict(claims), key.private, "RS256", headers={"kid": key.kid, **(header or {})})


def assembled(header: Mapping[str, Any], claims: Mapping[str, Any], signature: bytes = b"") -> str:
    """Put a token together from any parts, unchecked."""
    return ".".join((_encoded(header), _encoded(claims), base64url(signature)))


def signed_with_secret(claims: Mapping[str, Any], secret: bytes, kid: str) -> str:
    """Sign with HS256 and any bytes for a secret; PyJWT itself refuses a public key there."""
    header = {"alg": "HS256", "typ": "JWT", "kid": kid}
    message = f"{_encoded(header)}.{_encoded(claims)}"
    return f"{message}.{base64url(hmac.digest(secret, message.encode(), hashlib.sha256))}"


def base64url(content: bytes) -> str:
    """Write bytes as tokens do: base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def half_hash(value: str) -> str:
    """Give `at_hash`: the left half of SHA-256. Source: OpenID Connect Core 3.1.3.6."""
    return base64url(hashlib.sha256(value.encode()).digest()[:16])


def challenge_of(verifier: str) -> str:
    """Give the PKCE challenge of a verifier by S256. Source: RFC 7636, 4.2."""
    return base64url(hashlib.sha256(verifier.encode()).digest())


def _encoded(part: Mapping[str, Any]) -> str:
    return base64url(json.dumps(part).encode())
