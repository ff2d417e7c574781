from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.test import Client

from hankesalkku.core.access.actor import Role, operator
from hankesalkku.services.people.users import role_give, user_add
from hankesalkku.store.models import AuditEntry, AuditPayload, Identity, Membership, User
from tests.support.oidc_faults import FAULTS, OTHER_SUBJECT
from tests.support.oidc_provider import Person, Refused
from tests.support.oidc_server import OidcProvider
from tests.support.signing import PASSWORD, Answer, Mallila, by_provider, handed_over, text_of

COORDINATOR = Person(groups=("hankkeet", "muut"))


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_somebody_whose_group_gives_a_role_comes_in_at_once(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    answer = by_provider(client, oidc_provider, next="/app/mallila/hankkeet/?tila=kesken")
    assert (answer.status_code, answer["Location"]) == (302, "/app/mallila/hankkeet/?tila=kesken")
    user = User.objects.get(email="aino.esimerkki@mallila.example")
    assert client.session["_auth_user_id"] == str(user.id)
    assert [(row.role, row.provider_id) for row in Membership.objects.filter(user=user)] == [
        ("coordinator", mallila.provider)
    ]
    identity = Identity.objects.get(user=user)
    assert (identity.issuer, identity.subject) == (oidc_provider.issuer, COORDINATOR.subject)
    assert not user.has_usable_password()


def test_the_request_has_code_flow_pkce_state_and_nonce(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    asked = parse_qs(urlsplit(handed_over(client)).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    assert min(len(asked[name][0]) for name in ("state", "nonce", "code_challenge")) >= 16
    assert asked["redirect_uri"] == ["http://127.0.0.1:8010/kirjaudu/tunnus/mallila/vastaus/"]


def test_the_hand_over_needs_neither_script_nor_another_form_target(client: Client, mallila: Mallila) -> None:
    answer = client.post("/kirjaudu/tunnus/mallila/")
    assert "form-action 'self'" in answer["Content-Security-Policy"]
    assert "Siirrytään kirjautumaan: Mallilan työtunnus" in text_of(answer)
    assert client.get("/kirjaudu/tunnus/mallila/").status_code == 405


@pytest.mark.parametrize("fault", FAULTS)
def test_a_provider_that_misbehaves_lets_nobody_in(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider, fault: str
) -> None:
    oidc_provider.person = COORDINATOR
    assert by_provider(client, oidc_provider).status_code == 302
    client.post("/kirjaudu/ulos/")
    count = AuditEntry.objects.filter(action="sign_in.failed").count()
    oidc_provider.misbehave(fault)
    answer = attempt(client, oidc_provider)
    assert not is_signed_in(client)
    assert answer.status_code in (403, 502)
    assert "Kirjaudu sisään" in text_of(answer)
    assert "Paikallinen tunnus" in text_of(answer)
    assert User.objects.filter(identities__subject=OTHER_SUBJECT).count() == 0
    assert AuditEntry.objects.filter(action="sign_in.failed").count() == count + 1
    entry = AuditEntry.objects.filter(action="sign_in.failed").latest("number")
    assert (entry.organisation_id, entry.result, entry.origin) == (
        mallila.organisation,
        "refused",
        "127.0.0.1",
    )


def attempt(client: Client, provider: OidcProvider) -> Answer:
    """Press the button, and come back if the provider's description was good enough to leave."""
    answer = client.post("/kirjaudu/tunnus/mallila/")
    if "Refresh" not in answer.headers:
        return answer
    back = urlsplit(provider.approve(answer["Refresh"].removeprefix("0; url=")))
    return client.get(f"{back.path}?{back.query}")


def test_a_provider_that_does_not_answer_leaves_the_local_account(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.misbehave("discovery_silent")
    answer = client.post("/kirjaudu/tunnus/mallila/", {"next": "/app/mallila/tehtavat/"})
    assert answer.status_code == 502
    assert "Mallilan työtunnus ei vastaa juuri nyt" in text_of(answer)
    assert '<details class="hs-fold" open>' in answer.content.decode()
    assert 'name="next" value="/app/mallila/tehtavat/"' in answer.content.decode()


def test_a_return_is_good_once(client: Client, mallila: Mallila, oidc_provider: OidcProvider) -> None:
    oidc_provider.person = COORDINATOR
    back = urlsplit(oidc_provider.approve(handed_over(client)))
    assert client.get(f"{back.path}?{back.query}").status_code == 302
    client.post("/kirjaudu/ulos/")
    assert client.get(f"{back.path}?{back.query}").status_code == 403
    assert not is_signed_in(client)


def test_a_return_is_good_in_the_browser_that_left(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    back = urlsplit(oidc_provider.approve(handed_over(client)))
    other = Client()
    assert other.get(f"{back.path}?{back.query}").status_code == 403
    assert not is_signed_in(other)


def test_an_equal_address_binds_nothing(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = replace(COORDINATOR, email=mallila.email)
    answer = by_provider(client, oidc_provider)
    assert answer.status_code == 403
    assert "kuuluu jo toiselle käyttäjälle" in text_of(answer)
    assert Identity.objects.count() == 0
    assert not is_signed_in(client)


def test_somebody_without_a_role_reads_whom_to_ask(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    answer = by_provider(client, oidc_provider)
    assert answer.status_code == 403
    assert "Sinulle ei ole vielä annettu roolia" in text_of(answer)
    assert "Paula Pääkäyttäjä" in text_of(answer)
    assert not is_signed_in(client)
    assert User.objects.count() == 1


def test_roles_follow_the_groups_at_each_sign_in(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    client.post("/kirjaudu/ulos/")
    oidc_provider.person = replace(COORDINATOR, groups=("muut",))
    assert by_provider(client, oidc_provider).status_code == 403
    assert Membership.objects.filter(provider=mallila.provider).count() == 0
    contents = AuditPayload.objects.filter(entry__object_kind="membership").values_list("content", flat=True)
    assert sum('"by":"group"' in content for content in contents) == 2


def test_more_groups_than_a_token_holds_are_fetched(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    many = tuple(f"ryhma-{number}" for number in range(350))
    oidc_provider.person = replace(COORDINATOR, groups=(*many, "hankkeet"))
    assert by_provider(client, oidc_provider).status_code == 302
    assert is_signed_in(client)


def test_groups_that_cannot_be_fetched_change_no_role(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    client.post("/kirjaudu/ulos/")
    elsewhere = {
        "_claim_names": {"groups": "s"},
        "_claim_sources": {"s": {"endpoint": "https://muu.example/g"}},
    }
    many = tuple(f"ryhma-{number}" for number in range(300))
    oidc_provider.person = replace(COORDINATOR, groups=many)
    oidc_provider._groups = lambda person: elsewhere  # type: ignore[method-assign]  # a directory of its own
    try:
        answer = by_provider(client, oidc_provider)
    finally:
        del oidc_provider._groups
    assert answer.status_code == 302
    assert Membership.objects.filter(provider=mallila.provider).count() == 1
    assert "niin monta ryhmää" in text_of(client.get("/omat-tiedot/"))


def test_an_inactive_user_is_not_let_in(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    client.post("/kirjaudu/ulos/")
    User.objects.filter(identities__subject=COORDINATOR.subject).update(is_active=False)
    assert by_provider(client, oidc_provider).status_code == 403
    assert not is_signed_in(client)


def test_a_second_identity_is_bound_by_its_owner(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    answer = by_provider(client, oidc_provider, "/omat-tiedot/tunnus/mallila/")
    assert answer["Location"] == "/omat-tiedot/"
    assert Identity.objects.get().user_id == mallila.user
    client.post("/kirjaudu/ulos/")
    assert by_provider(client, oidc_provider).status_code == 302
    assert client.session["_auth_user_id"] == str(mallila.user)


def test_an_identity_of_another_user_is_not_taken(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    owner = Identity.objects.get().user_id
    client.post("/kirjaudu/ulos/")
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    assert by_provider(client, oidc_provider, "/omat-tiedot/tunnus/mallila/").status_code == 403
    assert Identity.objects.get().user_id == owner


def test_sign_out_ends_ours_and_offers_the_providers(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    answer = client.post("/kirjaudu/ulos/")
    assert not is_signed_in(client)
    assert f'href="{oidc_provider.issuer}/end-session?client_id=hankesalkku&amp;' in answer.content.decode()
    assert "Kirjaudu ulos myös: Mallilan työtunnus" in text_of(answer)


def test_a_provider_that_is_switched_off_is_not_there(client: Client, mallila: Mallila) -> None:
    from hankesalkku.store.models import IdentityProvider

    IdentityProvider.objects.update(is_enabled=False)
    assert client.post("/kirjaudu/tunnus/mallila/").status_code == 404
    assert client.get("/kirjaudu/tunnus/mallila/vastaus/?state=x&code=y").status_code == 404


def test_the_wrong_secret_is_told_as_a_refusal(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider, settings: LazySettings
) -> None:
    (settings.SECRETS_DIR / "mallila-oidc").write_text("väärä")
    assert by_provider(client, oidc_provider).status_code == 403
    assert not is_signed_in(client)


def test_the_providers_own_refusal_is_no_server_error(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    from hankesalkku.store.models import IdentityProvider

    IdentityProvider.objects.update(client_id="tuntematon")
    with pytest.raises(Refused):
        oidc_provider.approve(handed_over(client))


def test_two_people_of_two_issuers_with_one_subject_are_two(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    other = user_add(operator(), email="toinen@mallila.example", name="Toinen Esimerkki")
    role_give(
        operator(mallila.organisation), organisation=mallila.organisation, user=other.id, role=Role.READER
    )
    Identity.objects.create(
        id=UUID(int=1),
        user_id=other.id,
        provider_id=mallila.provider,
        issuer="https://koulu.example",
        subject=COORDINATOR.subject,
        bound_at="2026-01-01T00:00:00Z",
    )
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    assert client.session["_auth_user_id"] != str(other.id)


def an_hour_later(client: Client) -> None:
    session = client.session
    session["checked_at"] -= 3_601
    session.save()


def test_the_provider_is_asked_again_within_the_hour(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    assert client.get("/omat-tiedot/").status_code == 200
    an_hour_later(client)
    away = client.get("/omat-tiedot/?a=1")
    assert away["Location"] == "/kirjaudu/tarkistus/?next=%2Fomat-tiedot%2F%3Fa%3D1"
    over = client.get(away["Location"])["Refresh"].removeprefix("0; url=")
    assert parse_qs(urlsplit(over).query)["prompt"] == ["none"]
    back = urlsplit(oidc_provider.approve(over))
    assert client.get(f"{back.path}?{back.query}")["Location"] == "/omat-tiedot/?a=1"
    assert client.get("/omat-tiedot/").status_code == 200


@pytest.mark.parametrize("fault", ["provider_fails", "person_refuses", "expired", "discovery_broken"])
def test_whom_the_provider_no_longer_vouches_for_is_out(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider, fault: str
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    an_hour_later(client)
    oidc_provider.misbehave(fault)
    answer = client.get(client.get("/omat-tiedot/")["Location"])
    if "Refresh" in answer.headers:
        back = urlsplit(oidc_provider.approve(answer["Refresh"].removeprefix("0; url=")))
        answer = client.get(f"{back.path}?{back.query}")
    assert answer.status_code in (403, 502)
    assert not is_signed_in(client)


def test_another_person_at_the_check_is_not_taken_for_the_first(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    an_hour_later(client)
    over = client.get(client.get("/omat-tiedot/")["Location"])["Refresh"].removeprefix("0; url=")
    oidc_provider.person = replace(COORDINATOR, subject="toinen", email="toinen@mallila.example")
    back = urlsplit(oidc_provider.approve(over))
    assert client.get(f"{back.path}?{back.query}")["Location"] == "/kirjaudu/"
    assert not is_signed_in(client)


def test_a_form_sent_after_the_hour_waits_for_the_new_sign_in(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    oidc_provider.person = COORDINATOR
    by_provider(client, oidc_provider)
    an_hour_later(client)
    answer = client.post("/omat-tiedot/", {"name": "Aino Uusi Esimerkki", "language": "fi"})
    assert answer["Location"] == "/kirjaudu/?next=/kirjaudu/jatka/"
    by_provider(client, oidc_provider, next="/kirjaudu/jatka/")
    assert "Aino Uusi Esimerkki" in text_of(client.get("/kirjaudu/jatka/"))
