"""An OpenID Connect provider of the tests' own, on loopback: signs a chosen person in at once, or misbehaves as told.

Discovery, key set, authorize (code flow, PKCE S256, state, nonce), token, userinfo, end of session, and group pages for
people in so many groups that the token only names where to ask. A test takes the fixture `oidc_provider`, chooses a
`person` and, with `misbehave(name)`, one of `oidc_faults.FAULTS`.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from tests.support.oidc_faults import FAULTS, Answer, Fault, Moment, Place
from tests.support.oidc_tokens import (
    CLIENT_ID,
    CLIENT_SECRET,
    Claims,
    challenge_of,
    half_hash,
    made_keys,
    signed,
)

TOKEN_LIFE_S = 300
GROUPS_IN_A_TOKEN = 200
GROUPS_ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Person:
    """Who signs in; `groups` beyond 200 leave the token and are asked for page by page."""

    subject: str = "5f0c1e9a-aino"
    name: str = "Aino Esimerkki"
    email: str = "aino.esimerkki@mallila.example"
    is_email_verified: bool = True
    groups: tuple[str, ...] = ()
    acr: str = ""
    amr: tuple[str, ...] = ("pwd", "mfa")
    more_claims: Claims = field(default_factory=dict)


class Refused(Exception):
    """A request that an honest provider turns down: the error's code, and the status it answers with."""

    def __init__(self, code: str, status: int = 400) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


@dataclass(frozen=True, slots=True)
class Grant:
    """A code handed out, and what it is bound to."""

    redirect_uri: str
    challenge: str
    nonce: str
    person: Person


class Provider:
    """The provider's mind without its server: every answer as a value.

    `demands_pkce` and `demands_nonce` turn a request without them down; `requests` are the authorize requests so far.
    """

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self.keys = made_keys()
        self.forget()

    def forget(self) -> None:
        """Be as new: nobody signed in, nothing wrong."""
        self.person = Person()
        self.fault: Fault | None = None
        self.demands_pkce = True
        self.demands_nonce = True
        self.requests: list[dict[str, str]] = []
        self.ended_sessions: list[dict[str, str]] = []
        self._codes: dict[str, Grant] = {}
        self._access: dict[str, Person] = {}
        self._earlier_nonce, self._earlier_code = "aiempi-nonce", "aiempi-koodi"
        self._earlier_id_token = signed(
            self._claims(Grant("", "", self._earlier_nonce, self.person), ""), self.keys.signing
        )

    def misbehave(self, name: str) -> None:
        """Do one wrong thing from now on. See `oidc_faults.FAULTS`."""
        self.fault = FAULTS[name]

    def behave(self) -> None:
        """Do nothing wrong from now on."""
        self.fault = None

    # --- answers ------------------------------------------------------------------------------------------------------

    def faulty_answer(self, place: Place) -> Answer | None:
        """Give the answer that takes a place's own one's place, or None."""
        return self.fault.answer if self.fault and self.fault.place is place else None

    def discovery(self) -> Claims:
        """Describe the provider. Source: OpenID Connect Discovery 4.2."""
        return self._spoilt(
            Place.DISCOVERY,
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "userinfo_endpoint": f"{self.issuer}/userinfo",
                "end_session_endpoint": f"{self.issuer}/end-session",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
                "authorization_response_iss_parameter_supported": True,
            },
        )

    def key_set(self) -> Claims:
        """Give the announced public keys."""
        return self._spoilt(
            Place.KEY_SET, {"keys": [self.keys.signing.public_jwk, self.keys.other.public_jwk]}
        )

    def foreign_key_set(self) -> Claims:
        """Give the stranger's keys, to which only a forged header points."""
        return {"keys": [self.keys.foreign.public_jwk]}

    def authorize(self, request: dict[str, str]) -> str:
        """Sign the chosen person in without asking; give the address to send the browser back to.

        Raises:
            Refused: the request is none that an honest site sends.
        """
        self.requests.append(request)
        if request.get("client_id") != CLIENT_ID or not request.get("redirect_uri"):
            raise Refused("invalid_client")
        if request.get("response_type") != "code" or "openid" not in request.get("scope", "").split():
            raise Refused("invalid_request")
        has_pkce = bool(request.get("code_challenge")) and request.get("code_challenge_method") == "S256"
        if (self.demands_pkce and not has_pkce) or (self.demands_nonce and not request.get("nonce")):
            raise Refused("invalid_request")
        code = self._new_code(request)
        sent = {"code": code, "state": request.get("state", ""), "iss": self.issuer}
        joint = "&" if "?" in request["redirect_uri"] else "?"
        return request["redirect_uri"] + joint + urlencode(self._spoilt(Place.REDIRECT, sent))

    def redeem(self, request: dict[str, str], client: tuple[str, str]) -> Claims:
        """Give tokens for a code.

        Raises:
            Refused: unknown client, or a code that is unknown, used, of another address or of another verifier.
        """
        if client != (CLIENT_ID, CLIENT_SECRET):
            raise Refused("invalid_client", 401)
        code = request.get("code", "")
        grant = self._codes.pop(code, None)
        if grant is None or request.get("redirect_uri") != grant.redirect_uri:
            raise Refused("invalid_grant")
        if grant.challenge and challenge_of(request.get("code_verifier", "")) != grant.challenge:
            raise Refused("invalid_grant")
        access = secrets.token_urlsafe(24)
        self._access[access] = grant.person
        own: Claims = {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": TOKEN_LIFE_S,
            "id_token": self._id_token(grant, access),
        }
        answer = self._spoilt(Place.TOKEN_ANSWER, own)
        self._earlier_nonce, self._earlier_code = grant.nonce, code
        self._earlier_id_token = answer.get("id_token", self._earlier_id_token)
        return answer

    def userinfo(self, access: str) -> Claims:
        """Tell about the person of an access token.

        Raises:
            Refused: there is no such token.
        """
        person = self._person_of(access)
        return self._spoilt(
            Place.USERINFO, {"sub": person.subject, **_profile(person), **self._groups(person)}
        )

    def group_page(self, access: str, start: int) -> Claims:
        """Give up to 100 groups and where the next ones are, as directories answer.

        Raises:
            Refused: there is no such access token.
        """
        groups = self._person_of(access).groups
        end = start + GROUPS_ON_A_PAGE
        answer: Claims = {"value": [{"id": name} for name in groups[start:end]]}
        if end < len(groups):
            answer["@odata.nextLink"] = f"{self.issuer}/groups?start={end}"
        return answer

    def end_session(self, request: dict[str, str]) -> str | None:
        """End the session; give the address to go back to, if the request names one."""
        self.ended_sessions.append(request)
        return request.get("post_logout_redirect_uri")

    # --- inside -------------------------------------------------------------------------------------------------------

    def _new_code(self, request: dict[str, str]) -> str:
        code = secrets.token_urlsafe(16)
        self._codes[code] = Grant(
            request["redirect_uri"], request.get("code_challenge", ""), request.get("nonce", ""), self.person
        )
        return code

    def _id_token(self, grant: Grant, access: str) -> str:
        claims = self._claims(grant, access)
        if self.fault and self.fault.claims:
            claims = self.fault.claims(claims, self._moment(grant))
        if self.fault and self.fault.token:
            return self.fault.token(claims, self._moment(grant))
        return signed(claims, self.keys.signing)

    def _claims(self, grant: Grant, access: str) -> Claims:
        now, person = int(time.time()), grant.person
        return {
            "iss": self.issuer,
            "sub": person.subject,
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + TOKEN_LIFE_S,
            "auth_time": now,
            "at_hash": half_hash(access),
            "amr": list(person.amr),
            **({"nonce": grant.nonce} if grant.nonce else {}),
            **({"acr": person.acr} if person.acr else {}),
            **_profile(person),
            **self._groups(person),
        }

    def _groups(self, person: Person) -> Claims:
        """Name the groups, or where to ask for them. Source: OpenID Connect Core 5.6.2, distributed claims."""
        if len(person.groups) <= GROUPS_IN_A_TOKEN:
            return {"groups": list(person.groups)}
        return {
            "_claim_names": {"groups": "src1"},
            "_claim_sources": {"src1": {"endpoint": f"{self.issuer}/groups"}},
        }

    def _person_of(self, access: str) -> Person:
        if access not in self._access:
            raise Refused("invalid_token", 401)
        return self._access[access]

    def _spoilt(self, place: Place, content: Claims) -> Claims:
        if self.fault is None or self.fault.place is not place or self.fault.content is None:
            return content
        return self.fault.content(content, self._moment(None))

    def _moment(self, grant: Grant | None) -> Moment:
        """Tell what a fault may use; a stranger's code is bound to the same address and to another verifier."""
        foreign_code = ""
        if grant is None and self._codes:
            latest = next(reversed(self._codes.values()))
            foreign_code = secrets.token_urlsafe(16)
            self._codes[foreign_code] = replace(latest, challenge=challenge_of("toisen selaimen salaisuus"))
        return Moment(
            keys=self.keys,
            issuer=self.issuer,
            now=int(time.time()),
            earlier_nonce=self._earlier_nonce,
            earlier_id_token=self._earlier_id_token,
            earlier_code=self._earlier_code,
            foreign_code=foreign_code,
        )


def _profile(person: Person) -> Claims:
    return {
        "name": person.name,
        "email": person.email,
        "email_verified": person.is_email_verified,
        **person.more_claims,
    }
