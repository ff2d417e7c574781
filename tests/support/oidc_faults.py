"""What a broken or hostile identity provider may do to a sign-in: one table, each with a name and what it does.

A site that signs a person in under any of them is broken. Source: OpenID Connect Core 3.1.3.7 and 5.3.2, RFC 6749,
RFC 7636, RFC 8725, RFC 9207.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tests.support import oidc_tokens
from tests.support.oidc_tokens import CLIENT_SECRET, Claims, Keys, assembled, signed

DAY_S = 86_400
OTHER_SUBJECT = "toinen-henkilo"
HUGE = 2_000_000


class Place(StrEnum):
    """Where in a sign-in a fault strikes."""

    ID_TOKEN = "id_token"
    USERINFO = "userinfo"
    TOKEN_ANSWER = "token_answer"
    DISCOVERY = "discovery"
    KEY_SET = "key_set"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of the provider; `is_silent` never comes, `is_cut` closes the connection without a word."""

    content: bytes
    status: int = 200
    content_type: str = "application/json"
    is_silent: bool = False
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """What a fault may use: the keys, the issuer, and what the sign-in before this one left."""

    keys: Keys
    issuer: str
    now: int
    earlier_nonce: str
    earlier_id_token: str
    earlier_code: str
    foreign_code: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; exactly one of the changes is there, and says what it is given and gives."""

    name: str
    place: Place
    claims: Callable[[Claims, Moment], Claims] | None = None
    token: Callable[[Claims, Moment], str] | None = None
    content: Callable[[Claims, Moment], Claims] | None = None
    answer: Answer | None = None

    def __str__(self) -> str:
        return self.name


def _with(**changes: object) -> Callable[[Claims, Moment], Claims]:
    return lambda claims, _: {**claims, **changes}


def _without(*names: str) -> Callable[[Claims, Moment], Claims]:
    return lambda claims, _: {name: value for name, value in claims.items() if name not in names}


def _later(**seconds: int) -> Callable[[Claims, Moment], Claims]:
    return lambda claims, moment: {**claims, **{name: moment.now + s for name, s in seconds.items()}}


def _changed_payload(claims: Claims, moment: Moment) -> str:
    header, _, signature = signed(claims, moment.keys.signing).split(".")
    payload = oidc_tokens.base64url(json.dumps({**claims, "sub": OTHER_SUBJECT}).encode())
    return f"{header}.{payload}.{signature}"


def _broken_signature(claims: Claims, moment: Moment) -> str:
    start, _, signature = signed(claims, moment.keys.signing).rpartition(".")
    return f"{start}.{signature[:20]}{'A' if signature[20] != 'A' else 'B'}{signature[21:]}"


CLAIMS: dict[str, Callable[[Claims, Moment], Claims]] = {
    "audience_of_another_client": _with(aud="toinen-palvelu"),
    "audience_missing": _without("aud"),
    "audience_with_a_stranger_and_no_azp": lambda claims, _: {
        **claims,
        "aud": [claims["aud"], "toinen-palvelu"],
    },
    "authorized_party_is_another_client": _with(azp="toinen-palvelu"),
    "issuer_of_another_provider": _with(iss="https://toinen.example"),
    "issuer_with_a_slash_more": lambda claims, _: {**claims, "iss": f"{claims['iss']}/"},
    "issuer_missing": _without("iss"),
    "expired": _later(iat=-2 * DAY_S, exp=-DAY_S),
    "expiry_missing": _without("exp"),
    "expiry_is_no_number": _with(exp="huomenna"),
    "not_yet_valid": _later(nbf=DAY_S, exp=2 * DAY_S),
    "issued_in_the_future": _later(iat=DAY_S, exp=2 * DAY_S),
    "issued_long_ago": _later(iat=-30 * DAY_S),
    "issued_missing": _without("iat"),
    "nonce_missing": _without("nonce"),
    "nonce_of_a_stranger": _with(nonce="ei-pyydetty"),
    "nonce_replayed": lambda claims, moment: {**claims, "nonce": moment.earlier_nonce},
    "subject_missing": _without("sub"),
    "subject_empty": _with(sub=""),
    "subject_is_a_list": _with(sub=["a", "b"]),
    "subject_too_long": _with(sub="s" * 256),
    "access_token_hash_of_another": _with(at_hash=oidc_tokens.half_hash("toinen")),
    "token_too_long": _with(padding="x" * HUGE),
}

TOKENS: dict[str, Callable[[Claims, Moment], str]] = {
    "alg_none": lambda claims, _: assembled({"alg": "none", "typ": "JWT"}, claims),
    "alg_none_with_kid": lambda claims, moment: assembled(
        {"alg": "nOnE", "kid": moment.keys.signing.kid}, claims
    ),
    "signature_missing": lambda claims, moment: assembled(
        {"alg": "RS256", "kid": moment.keys.signing.kid}, claims
    ),
    "signature_broken": _broken_signature,
    "payload_changed_after_signing": _changed_payload,
    "hs256_with_the_public_key": lambda claims, moment: oidc_tokens.signed_with_secret(
        claims, moment.keys.signing.public_pem, moment.keys.signing.kid
    ),
    "hs256_with_the_client_secret": lambda claims, moment: oidc_tokens.signed_with_secret(
        claims, CLIENT_SECRET.encode(), moment.keys.signing.kid
    ),
    "kid_swapped": lambda claims, moment: signed(claims, moment.keys.signing, {"kid": moment.keys.other.kid}),
    "foreign_key_under_a_known_kid": lambda claims, moment: signed(
        claims, moment.keys.foreign, {"kid": moment.keys.signing.kid}
    ),
    "kid_unknown": lambda claims, moment: signed(claims, moment.keys.foreign),
    "foreign_key_in_the_header": lambda claims, moment: signed(
        claims, moment.keys.foreign, {"jwk": moment.keys.foreign.public_jwk}
    ),
    "key_set_named_in_the_header": lambda claims, moment: signed(
        claims, moment.keys.foreign, {"jku": f"{moment.issuer}/foreign-keys"}
    ),
    "critical_header_unknown": lambda claims, moment: signed(
        claims, moment.keys.signing, {"crit": ["vieras"], "vieras": 1}
    ),
    "replayed_whole": lambda _, moment: moment.earlier_id_token,
    "no_token_at_all": lambda *_: "tämä ei ole tunniste",
    "five_parts": lambda claims, moment: signed(claims, moment.keys.signing) + ".eA.eA",
}

CONTENTS: dict[Place, dict[str, Callable[[Claims, Moment], Claims]]] = {
    Place.USERINFO: {
        "userinfo_of_another_person": _with(sub=OTHER_SUBJECT),
        "userinfo_without_a_subject": _without("sub"),
    },
    Place.TOKEN_ANSWER: {
        "id_token_left_out": _without("id_token"),
        "token_type_is_not_bearer": _with(token_type="mac"),
    },
    Place.DISCOVERY: {
        "discovery_of_another_issuer": _with(issuer="https://toinen.example"),
        "discovery_without_an_issuer": _without("issuer"),
        "discovery_without_endpoints": _without("authorization_endpoint", "token_endpoint", "jwks_uri"),
    },
    Place.KEY_SET: {"key_set_empty": _with(keys=[])},
    Place.REDIRECT: {
        "state_of_another_sign_in": _with(state="ei-pyydetty"),
        "state_missing": _without("state"),
        "code_used_before": lambda sent, moment: {**sent, "code": moment.earlier_code},
        "code_of_a_stranger": lambda sent, moment: {**sent, "code": moment.foreign_code},
        "code_unknown": _with(code="keksitty"),
        "code_missing": _without("code"),
        "redirect_from_another_issuer": _with(iss="https://toinen.example"),
        "person_refuses": lambda sent, _: {"error": "access_denied", "state": sent["state"]},
        "provider_fails": lambda sent, _: {"error": "server_error", "state": sent["state"]},
    },
}

_ANSWERS = {
    "refused": Answer(b'{"error": "invalid_grant"}', 400),
    "broken": Answer(b"<h1>Internal Server Error</h1>", 500, "text/html"),
    "not_json": Answer(b"<h1>Huoltokatko</h1>", 200, "text/html"),
    "a_list": Answer(b"[1, 2]"),
    "cut": Answer(b"", is_cut=True),
    "silent": Answer(b"", is_silent=True),
}
_PLACES_THAT_ANSWER = (Place.TOKEN_ANSWER, Place.USERINFO, Place.DISCOVERY, Place.KEY_SET)


def _all_faults() -> Iterator[Fault]:
    for name, claims in CLAIMS.items():
        yield Fault(name, Place.ID_TOKEN, claims=claims)
    for name, token in TOKENS.items():
        yield Fault(name, Place.ID_TOKEN, token=token)
    for place, contents in CONTENTS.items():
        for name, content in contents.items():
            yield Fault(name, place, content=content)
    for place in _PLACES_THAT_ANSWER:
        for name, answer in _ANSWERS.items():
            yield Fault(f"{place.value}_{name}", place, answer=answer)
    unsigned = assembled({"alg": "none"}, {"sub": OTHER_SUBJECT}).encode()
    yield Fault("userinfo_unsigned", Place.USERINFO, answer=Answer(unsigned, content_type="application/jwt"))


FAULTS: dict[str, Fault] = {fault.name: fault for fault in _all_faults()}
ID_TOKEN_FAULTS: tuple[str, ...] = tuple(name for name, f in FAULTS.items() if f.place is Place.ID_TOKEN)
