"""The tests' identity provider is a right one as long as it has no fault, and each of its faults is refused."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import replace

import pytest

from tests.support.oidc_client import NotSignedIn, StrictClient
from tests.support.oidc_faults import FAULTS, ID_TOKEN_FAULTS
from tests.support.oidc_provider import Person, Refused
from tests.support.oidc_server import OidcProvider

GROUP_COUNT = 250


def test_signs_the_chosen_person_in(oidc_provider: OidcProvider) -> None:
    oidc_provider.person = Person(subject="hlo-7", name="Veikko Esimerkki", groups=("hankkeet-luku",))

    claims = StrictClient(oidc_provider).sign_in()

    assert (claims["sub"], claims["name"], claims["groups"]) == (
        "hlo-7",
        "Veikko Esimerkki",
        ["hankkeet-luku"],
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_refused_then_forgotten(oidc_provider: OidcProvider, fault: str) -> None:
    StrictClient(oidc_provider).sign_in()
    oidc_provider.misbehave(fault)

    with pytest.raises(NotSignedIn):
        StrictClient(oidc_provider).sign_in()

    oidc_provider.behave()
    assert StrictClient(oidc_provider).sign_in()["sub"] == oidc_provider.person.subject


def test_table_has_the_bad_tokens() -> None:
    assert len(ID_TOKEN_FAULTS) >= 25


def test_code_works_once(oidc_provider: OidcProvider) -> None:
    client = StrictClient(oidc_provider)
    code = client._code(oidc_provider.approve(client.authorize_url(oidc_provider.discovery())))
    oidc_provider.redeem(
        client._token_request(code), ("hankesalkku", client._token_request(code)["client_secret"])
    )

    with pytest.raises(Refused, match="invalid_grant"):
        oidc_provider.redeem(
            client._token_request(code), ("hankesalkku", client._token_request(code)["client_secret"])
        )


def test_verifier_of_another_browser_refused(oidc_provider: OidcProvider) -> None:
    client = StrictClient(oidc_provider)
    authorize = client.authorize_url(oidc_provider.discovery())
    client.verifier = "toisen selaimen salaisuus"

    request = client._token_request(client._code(oidc_provider.approve(authorize)))
    with pytest.raises(Refused, match="invalid_grant"):
        oidc_provider.redeem(request, ("hankesalkku", request["client_secret"]))


@pytest.mark.parametrize("left_out", ["nonce", "code_challenge", "redirect_uri", "client_id"])
def test_request_without_what_is_needed_refused(oidc_provider: OidcProvider, left_out: str) -> None:
    url = StrictClient(oidc_provider).authorize_url(oidc_provider.discovery())

    with pytest.raises(Refused):
        oidc_provider.approve(url.replace(f"{left_out}=", f"not_{left_out}="))


def test_many_groups_are_asked_for_by_pages(oidc_provider: OidcProvider) -> None:
    groups = tuple(f"ryhma-{number}" for number in range(GROUP_COUNT))
    oidc_provider.person = replace(oidc_provider.person, groups=groups)
    claims = StrictClient(oidc_provider).sign_in()
    access = next(reversed(oidc_provider._access))

    found, url = [], claims["_claim_sources"][claims["_claim_names"]["groups"]]["endpoint"]
    while url:
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {access}"})
        with urllib.request.urlopen(request) as answer:
            page = json.load(answer)
        found += [entry["id"] for entry in page["value"]]
        url = page.get("@odata.nextLink")

    assert "groups" not in claims
    assert tuple(found) == groups


def test_end_of_session_goes_back(oidc_provider: OidcProvider) -> None:
    back = oidc_provider.approve(
        f"{oidc_provider.issuer}/end-session?post_logout_redirect_uri=http://127.0.0.1/kirjaudu/"
    )

    assert back == "http://127.0.0.1/kirjaudu/"
    assert len(oidc_provider.ended_sessions) == 1
