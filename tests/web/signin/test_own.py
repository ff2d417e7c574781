from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID

from django.test import Client

from hankesalkku.store.models import AuditPayload, Identity, User
from tests.support.oidc_server import OidcProvider
from tests.support.signing import PASSWORD, Mallila, by_provider, text_of

NEW = "seitsemän uutta kissaa"


def signed_in(client: Client, mallila: Mallila, password: str = PASSWORD) -> Client:
    client.post("/kirjaudu/", {"email": mallila.email, "password": password})
    return client


def test_name_language_and_shortcuts_are_saved(client: Client, mallila: Mallila) -> None:
    signed_in(client, mallila)
    form = {"name": " Paula  Uusi ", "language": "sv", "has_shortcuts": "on"}
    assert client.post("/omat-tiedot/", form)["Location"] == "/omat-tiedot/"
    user = User.objects.get(id=mallila.user)
    assert (user.name, user.language, user.has_shortcuts) == ("Paula Uusi", "sv", True)
    page = client.get("/omat-tiedot/")
    assert "Egna uppgifter" in text_of(page)
    assert page["Content-Language"] == "sv"
    content = AuditPayload.objects.get(entry__action="own.edit").content
    assert json.loads(content)["new"] == {"has_shortcuts": True, "language": "sv", "name": "Paula Uusi"}


def test_other_columns_are_not_taken_from_the_form(client: Client, mallila: Mallila) -> None:
    signed_in(client, mallila)
    before = User.objects.values().get(id=mallila.user)
    more = {"email": "x@y.example", "is_active": "", "is_demo": "1", "password": "x", "id": str(UUID(int=1))}
    client.post("/omat-tiedot/", {"name": before["name"], "language": "fi", **more})
    after = User.objects.values().get(id=mallila.user)
    assert after == before


def test_an_empty_name_is_told_at_its_field(client: Client, mallila: Mallila) -> None:
    page = signed_in(client, mallila).post("/omat-tiedot/", {"name": "", "language": "fi"})
    assert page.status_code == 422
    assert 'href="#id_name"' in page.content.decode()


def test_a_changed_password_ends_other_sessions(client: Client, mallila: Mallila) -> None:
    signed_in(client, mallila)
    other = signed_in(Client(), mallila)
    assert other.get("/omat-tiedot/").status_code == 200
    before = client.session.session_key
    answer = client.post("/omat-tiedot/salasana/", {"old_password": PASSWORD, "password": NEW})
    assert answer["Location"] == "/omat-tiedot/"
    assert client.get("/omat-tiedot/").status_code == 200
    assert client.session.session_key != before
    assert other.get("/omat-tiedot/").status_code == 302
    assert "_auth_user_id" in signed_in(Client(), mallila, NEW).session


def test_a_password_is_not_changed_without_the_one_so_far(client: Client, mallila: Mallila) -> None:
    signed_in(client, mallila)
    page = client.post("/omat-tiedot/salasana/", {"old_password": "väärä", "password": NEW})
    assert page.status_code == 422
    assert "Salasana ei täsmää." in text_of(page)
    assert User.objects.get(id=mallila.user).check_password(PASSWORD)


def test_a_short_password_is_told_with_its_rule(client: Client, mallila: Mallila) -> None:
    page = signed_in(client, mallila).post(
        "/omat-tiedot/salasana/", {"old_password": PASSWORD, "password": "lyhyt"}
    )
    assert "vähintään 15 merkkiä" in text_of(page)


def test_other_sessions_are_listed_and_ended(client: Client, mallila: Mallila) -> None:
    signed_in(client, mallila)
    other = signed_in(Client(), mallila)
    page = text_of(client.get("/omat-tiedot/"))
    assert page.count("Istunto ") == 2
    assert page.count("tämä selain") == 1
    client.post("/omat-tiedot/istunnot/")
    assert other.get("/omat-tiedot/").status_code == 302
    assert "1 istunto päätettiin." in text_of(client.get("/omat-tiedot/"))


def test_the_last_way_to_sign_in_stays(client: Client, mallila: Mallila, oidc_provider: OidcProvider) -> None:
    signed_in(client, mallila)
    by_provider(client, oidc_provider, "/omat-tiedot/tunnus/mallila/")
    identity = Identity.objects.get()
    User.objects.get(id=mallila.user)
    row = User.objects.get(id=mallila.user)
    row.set_unusable_password()
    row.save()
    client.force_login(row)
    client.post(f"/omat-tiedot/tunnukset/{identity.id}/poista/")
    assert Identity.objects.count() == 1
    assert "ainoa kirjautumistapasi" in text_of(client.get("/omat-tiedot/"))


def test_an_identity_is_given_up_after_the_password(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    signed_in(client, mallila)
    by_provider(client, oidc_provider, "/omat-tiedot/tunnus/mallila/")
    path = f"/omat-tiedot/tunnukset/{Identity.objects.get().id}/poista/"
    away = client.post(path)["Location"]
    assert away.startswith("/omat-tiedot/vahvista/")
    assert Identity.objects.count() == 1
    client.post(away, {"password": PASSWORD})
    assert Identity.objects.count() == 0


def test_an_identity_of_somebody_else_is_not_there(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:

    oidc_provider.person = replace(oidc_provider.person, groups=("hankkeet",))
    by_provider(client, oidc_provider)
    theirs = Identity.objects.get()
    client.post("/kirjaudu/ulos/")
    signed_in(client, mallila)
    path = f"/omat-tiedot/tunnukset/{theirs.id}/poista/"
    client.post(client.post(path)["Location"], {"password": PASSWORD})
    assert Identity.objects.filter(id=theirs.id).exists()


def test_the_front_page_leads_to_the_one_organisation(client: Client, mallila: Mallila) -> None:
    assert client.get("/")["Location"] == "/kirjaudu/"
    signed_in(client, mallila)
    assert client.get("/")["Location"] == "/app/mallila/"


def test_the_front_page_lets_choose_of_two(client: Client, mallila: Mallila) -> None:
    from hankesalkku.core.access.actor import Role, operator
    from hankesalkku.services.organisation.organisations import organisation_add
    from hankesalkku.services.people.users import role_give

    second = organisation_add(operator(), slug="ylamaa", name="Ylämaan kuntayhtymä", kind="kuntayhtyma")
    organisation_add(operator(), slug="muu", name="Muu kunta")
    role_give(operator(second.id), organisation=second.id, user=mallila.user, role=Role.READER)
    page = signed_in(client, mallila).get("/")
    assert "Valitse organisaatio" in text_of(page)
    assert 'href="/app/mallila/"' in page.content.decode()
    assert 'href="/app/ylamaa/"' in page.content.decode()
    assert "Muu kunta" not in text_of(page)


def test_somebody_who_lost_every_role_reads_whom_to_ask(client: Client, mallila: Mallila) -> None:
    from hankesalkku.core.access.actor import operator
    from hankesalkku.services.people.users import user_add

    user_add(operator(), email="roolia.vailla@mallila.example", name="Roolia Vailla", password=NEW)
    client.post("/kirjaudu/", {"email": "roolia.vailla@mallila.example", "password": NEW})
    page = client.get("/")
    assert page.status_code == 403
    assert "Roolin antaa: Paula Pääkäyttäjä" in text_of(page)
    assert client.get("/omat-tiedot/").status_code == 200
