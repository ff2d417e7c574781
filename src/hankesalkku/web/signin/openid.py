"""Single sign-on by OpenID Connect: allauth's code flow with PKCE and state, our nonce and our checks (O1, O3)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from hankesalkku.services.people.identities import Claims
from hankesalkku.services.people.providers import ProviderSeen, providers
from hankesalkku.web.signin.id_token import Expected, verified_claims
from hankesalkku.web.signin.provider_requests import (
    GuardedSession,
    Json,
    ProviderFault,
    check_address,
    fetch_json,
)

WELL_KNOWN = "/.well-known/openid-configuration"
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
GROUP_PAGES = 50
SCOPE = ["openid", "profile", "email"]


class Adapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    """The provider's description, fetched once a request and checked."""

    @property
    def openid_config(self) -> Json:
        """Give the description.

        Raises:
            ProviderFault: it is not to be had, is another issuer's, or lacks an address.
        """
        if not hasattr(self, "_description"):
            issuer = self.get_provider().app.settings["issuer"]
            found = fetch_json(issuer.rstrip("/") + WELL_KNOWN)
            if found.get("issuer") != issuer:
                raise ProviderFault("description: issuer")
            for name in (*ENDPOINTS, "userinfo_endpoint", "end_session_endpoint"):
                if name in found or name in ENDPOINTS:
                    check_address(str(found.get(name, "")))
            self._description = found
        return self._description

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Give the address to come back to, from the settings and not from the request."""
        path = reverse("openid_connect_callback", kwargs={"provider_id": self.provider_id})
        return f"{settings.PUBLIC_ADDRESS}{path}"


class Provider(OpenIDConnectProvider):  # type: ignore[misc]  # as above
    """A provider of one of our rows."""

    pkce_enabled_default = True
    oauth2_adapter_class = Adapter


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # as above
    """Providers are rows of ours, not allauth's; requests are guarded."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Make allauth's apps of our providers."""
        return [app_of(one) for one in providers() if provider in (None, "openid_connect", one.key)]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Provider:
        """Give the provider of a key."""
        return Provider(request, app=self.get_app(request, provider=provider, client_id=client_id))

    def get_requests_session(self) -> GuardedSession:
        """Give a session with limits."""
        return GuardedSession()

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Tell that nobody signs up: our services decide whom to let in."""
        return False


@dataclass(frozen=True, slots=True)
class Answered:
    """A verified answer: who it is, and what the sign-in was begun for."""

    claims: Claims
    process: str
    next: str
    invitation: str
    end_session: str


def app_of(seen: ProviderSeen) -> SocialApp:
    """Make allauth's app of a provider; it is never saved."""
    return SocialApp(
        provider="openid_connect",
        provider_id=seen.key,
        name=seen.name,
        client_id=seen.client_id,
        secret=seen.secret,
        settings={"issuer": seen.issuer, "server_url": seen.issuer, "scope": SCOPE},
    )


def begin(
    request: HttpRequest, seen: ProviderSeen, *, process: str, next_url: str, invitation: str = ""
) -> str:
    """Remember a sign-in in the session and give the provider's address to send the browser to.

    Raises:
        ProviderFault: the provider does not answer, or answers wrongly.
    """
    nonce = secrets.token_urlsafe(32)
    silent = {"prompt": "none"} if process == "check" else {}
    answer = Provider(request, app=app_of(seen)).redirect(
        request,
        process,
        next_url=next_url,
        data={"nonce": nonce, "invitation": invitation},
        auth_params={"nonce": nonce, **silent},
    )
    return str(answer.url)


def answered(request: HttpRequest, seen: ProviderSeen) -> Answered:
    """Take the browser's return from the provider: fetch the tokens, check them, give who it is.

    Raises:
        ProviderFault: anything is not as it has to be.
    """
    provider = Provider(request, app=app_of(seen))
    state = statekit.unstash_state(
        request, provider_id=provider.sub_id, state_id=request.GET.get("state", "")
    )
    if state is None:
        raise ProviderFault("state")
    if "error" in request.GET:
        is_refusal = request.GET["error"] == "access_denied"
        raise ProviderFault("cancelled" if is_refusal else "provider's error")
    adapter = Adapter(request, seen.key)
    description = adapter.openid_config
    _check_sender(request, seen, description)
    tokens = _tokens(request, adapter, provider, state)
    access = tokens["access_token"]
    expected = Expected(seen.issuer, seen.client_id, state["data"]["nonce"], access)
    claims = verified_claims(tokens.get("id_token"), fetch_json(description["jwks_uri"]), expected)
    told = _told(description, claims, access)
    return Answered(
        _claims(seen, {**told, **claims}, _groups(seen, description, {**told, **claims}, access)),
        str(state["process"]),
        str(state.get("next") or "/"),
        str(state["data"].get("invitation", "")),
        str(description.get("end_session_endpoint", "")),
    )


def _check_sender(request: HttpRequest, seen: ProviderSeen, description: Json) -> None:
    """Refuse an answer mixed up with another provider's. Source: RFC 9207."""
    sender = request.GET.get("iss")
    must_tell = description.get("authorization_response_iss_parameter_supported") is True
    if (sender is None and must_tell) or sender not in (None, seen.issuer):
        raise ProviderFault("answer of another issuer")


def _tokens(request: HttpRequest, adapter: Adapter, provider: Provider, state: Json) -> Json:
    if not request.GET.get("code"):
        raise ProviderFault("no code")
    client = adapter.get_client(request, provider.app)
    try:
        tokens = client.get_access_token(
            request.GET["code"], pkce_code_verifier=state.get("pkce_code_verifier")
        )
    except OAuth2Error as error:
        raise ProviderFault("code refused") from error
    except (requests.RequestException, ValueError) as error:
        raise ProviderFault("token endpoint unreachable", is_unreachable=True) from error
    if str(tokens.get("token_type", "")).lower() != "bearer" or not isinstance(tokens["access_token"], str):
        raise ProviderFault("token type")
    return dict(tokens)


def _told(description: Json, claims: Json, access: str) -> Json:
    """Fetch what the provider tells about the person; it must be about the same one."""
    if "userinfo_endpoint" not in description:
        return {}
    told = fetch_json(str(description["userinfo_endpoint"]), access)
    if told.get("sub") != claims["sub"]:
        raise ProviderFault("userinfo of another person")
    return told


def _groups(seen: ProviderSeen, description: Json, claims: Json, access: str) -> tuple[str, ...] | None:
    """Give the groups; None where there are too many for the token and they cannot be fetched either (O2)."""
    listed = claims.get(seen.groups_claim)
    if isinstance(listed, list):
        return tuple(str(one) for one in listed)
    names, sources = claims.get("_claim_names"), claims.get("_claim_sources")
    source = names.get(seen.groups_claim) if isinstance(names, dict) else None
    if source is None:
        return ()
    place = sources.get(source) if isinstance(sources, dict) else None
    address = str(place.get("endpoint", "")) if isinstance(place, dict) else ""
    hosts = {urlsplit(str(url)).netloc for key, url in description.items() if key.endswith("_endpoint")}
    try:
        return _fetched_groups(address, hosts, access)
    except ProviderFault:
        return None


def _fetched_groups(address: str, hosts: set[str], access: str) -> tuple[str, ...]:
    """Fetch the pages of a list of groups, from hosts that the provider's own description names."""
    found: list[str] = []
    for _ in range(GROUP_PAGES):
        if urlsplit(address).netloc not in hosts:
            raise ProviderFault("groups elsewhere")
        page = fetch_json(address, access)
        listed = page.get("value")
        rows: list[Any] = listed if isinstance(listed, list) else []
        found += [str(row["id"]) if isinstance(row, dict) and "id" in row else str(row) for row in rows]
        address = str(page.get("@odata.nextLink") or "")
        if not address:
            return tuple(found)
    raise ProviderFault("groups without end")


def _claims(seen: ProviderSeen, told: Json, groups: tuple[str, ...] | None) -> Claims:
    methods = told.get("amr")
    return Claims(
        issuer=seen.issuer,
        subject=told["sub"],
        name=str(told.get("name") or told.get("preferred_username") or "")[:200],
        email=str(told.get("email") or "")[:254],
        groups=groups,
        amr=tuple(str(one) for one in methods) if isinstance(methods, list) else (),
        acr=str(told.get("acr") or ""),
    )
