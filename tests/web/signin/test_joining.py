from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.test import Client

from hankesalkku.core.access.actor import Grip, Role, operator
from hankesalkku.services.errors import Fault, Invalid, NotAllowed, NotFound
from hankesalkku.services.moment import now, today
from hankesalkku.services.people.invitations import (
    InvitationMade,
    invitation_withdraw,
    invitations_open,
    invite,
)
from hankesalkku.services.people.users import actor_of, role_give, user_add
from hankesalkku.store.models import AuditEntry, Identity, Invitation, Membership, Organisation, Person, User
from tests.support.oidc_server import OidcProvider
from tests.support.signing import PASSWORD, Mallila, by_provider, text_of

ADDRESS = "http://127.0.0.1:8010/kutsu/"
NEW = "seitsemän uutta kissaa"


@pytest.fixture
def person(mallila: Mallila) -> UUID:
    """Give somebody of the list, who cannot sign in."""
    row = Person.objects.create(
        id=UUID(int=99),
        organisation_id=mallila.organisation,
        name="Veikko Vastuullinen",
        sort_key="veikko",
        created_at=now(),
        changed_at=now(),
    )
    return row.id


def invited(mallila: Mallila, person: UUID, email: str = "veikko@mallila.example") -> InvitationMade:
    return invite(
        mallila.administrator,
        organisation=mallila.organisation,
        person=person,
        email=email,
        roles=(Grip(Role.RESPONSIBLE),),
        address=ADDRESS,
    )


def path_of(made: InvitationMade) -> str:
    return made.link.removeprefix("http://127.0.0.1:8010")


def test_the_first_sign_in_through_the_link_binds_issuer_and_subject(
    client: Client, mallila: Mallila, person: UUID, oidc_provider: OidcProvider
) -> None:
    made = invited(mallila, person)
    page = text_of(client.get(path_of(made)))
    assert "Tervetuloa: Mallilan kaupunki" in page
    assert "Veikko Vastuullinen" in page
    answer = by_provider(client, oidc_provider, f"{path_of(made)}tunnus/mallila/")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    identity = Identity.objects.select_related("user").get()
    assert (identity.issuer, identity.subject) == (oidc_provider.issuer, oidc_provider.person.subject)
    assert identity.user.email == "veikko@mallila.example"
    assert Person.objects.get(id=person).user_id == identity.user_id
    assert [(row.role, row.unit_id) for row in Membership.objects.filter(user=identity.user)] == [
        ("responsible", None)
    ]
    assert client.get("/")["Location"] == "/app/mallila/"


def test_the_link_works_once(
    client: Client, mallila: Mallila, person: UUID, oidc_provider: OidcProvider
) -> None:
    made = invited(mallila, person)
    by_provider(client, oidc_provider, f"{path_of(made)}tunnus/mallila/")
    other = Client()
    assert other.get(path_of(made)).status_code == 410
    oidc_provider.person = replace(oidc_provider.person, subject="joku-muu")
    assert by_provider(other, oidc_provider, f"{path_of(made)}tunnus/mallila/").status_code == 410
    assert Identity.objects.count() == 1


def test_a_local_password_does_where_there_is_no_work_account(
    client: Client, mallila: Mallila, person: UUID
) -> None:
    made = invited(mallila, person)
    assert client.post(path_of(made), {"password": "lyhyt"}).status_code == 422
    answer = client.post(path_of(made), {"password": NEW})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert User.objects.get(email="veikko@mallila.example").check_password(NEW)
    assert client.post(path_of(made), {"password": NEW}).status_code == 410


def test_the_link_lasts_fourteen_days(client: Client, mallila: Mallila, person: UUID) -> None:
    made = invited(mallila, person)
    assert abs(made.expires_at - now() - timedelta(days=14)) < timedelta(minutes=1)
    Invitation.objects.update(expires_at=now() - timedelta(seconds=1))
    page = client.get(path_of(made))
    assert page.status_code == 410
    assert "Kutsu ei ole enää voimassa" in text_of(page)


def test_the_register_keeps_a_digest_only(mallila: Mallila, person: UUID) -> None:
    made = invited(mallila, person)
    token = made.link.rstrip("/").rpartition("/")[2]
    assert len(token) >= 43
    assert token not in str(list(Invitation.objects.values()))
    from hankesalkku.store.models import AuditPayload

    assert not AuditPayload.objects.filter(content__contains=token).exists()


def test_a_new_invitation_ends_the_one_before(client: Client, mallila: Mallila, person: UUID) -> None:
    first, second = invited(mallila, person), invited(mallila, person)
    assert client.get(path_of(first)).status_code == 410
    assert client.get(path_of(second)).status_code == 200


def test_an_equal_address_is_not_taken_over(
    client: Client, mallila: Mallila, person: UUID, oidc_provider: OidcProvider
) -> None:
    made = invited(mallila, person, mallila.email)
    assert client.post(path_of(made), {"password": NEW}).status_code == 422
    assert by_provider(client, oidc_provider, f"{path_of(made)}tunnus/mallila/").status_code == 409
    assert User.objects.get(id=mallila.user).check_password(PASSWORD)
    assert (User.objects.count(), Identity.objects.count()) == (1, 0)


def test_a_user_who_is_signed_in_takes_the_invitation(client: Client, mallila: Mallila, person: UUID) -> None:
    made = invited(mallila, person, mallila.email)
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    assert "Olet kirjautunut nimellä Paula Pääkäyttäjä" in text_of(client.get(path_of(made)))
    assert client.post(path_of(made))["Location"] == "/"
    assert Person.objects.get(id=person).user_id == mallila.user
    assert sorted(Membership.objects.filter(user=mallila.user).values_list("role", flat=True)) == [
        "administrator",
        "responsible",
    ]


def test_the_administrator_binds_a_second_identity_by_inviting_again(
    client: Client, mallila: Mallila, person: UUID, oidc_provider: OidcProvider
) -> None:
    by_provider(client, oidc_provider, f"{path_of(invited(mallila, person))}tunnus/mallila/")
    oidc_provider.person = replace(oidc_provider.person, subject="koulun-tunnus")
    other = Client()
    by_provider(other, oidc_provider, f"{path_of(invited(mallila, person))}tunnus/mallila/")
    assert Identity.objects.values("user").distinct().count() == 1
    assert Identity.objects.count() == 2
    assert User.objects.count() == 2


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_invites(mallila: Mallila, person: UUID, role: Role) -> None:
    user = user_add(operator(), email="joku@mallila.example", name="Joku")
    role_give(operator(mallila.organisation), organisation=mallila.organisation, user=user.id, role=role)
    actor = actor_of(user.id, mallila.organisation, today())
    assert actor is not None
    with pytest.raises(NotAllowed):
        invited(replace(mallila, administrator=actor), person)
    assert Invitation.objects.count() == 0
    assert AuditEntry.objects.filter(action="refused.user.edit", result="refused", actor=user.id).count() == 1


def test_a_person_of_another_organisation_is_not_there(mallila: Mallila, person: UUID) -> None:
    from hankesalkku.services.organisation.organisations import organisation_add

    other = organisation_add(operator(), slug="ylamaa", name="Ylämaa")
    Person.objects.filter(id=person).update(organisation=other.id)
    with pytest.raises(NotFound):
        invited(mallila, person)


@pytest.mark.parametrize(
    "email", ["", "ei osoitetta", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example"]
)
def test_an_address_is_one_address(mallila: Mallila, person: UUID, email: str) -> None:
    with pytest.raises(Invalid) as refused:
        invited(mallila, person, email)
    assert refused.value.faults == (Fault("email", "people.fault.email"),)


def test_an_open_invitation_is_listed_and_taken_back(client: Client, mallila: Mallila, person: UUID) -> None:
    made = invited(mallila, person)
    (listed,) = invitations_open(mallila.administrator, organisation=mallila.organisation)
    assert (listed.id, listed.person_name, listed.email) == (
        made.id,
        "Veikko Vastuullinen",
        "veikko@mallila.example",
    )
    invitation_withdraw(mallila.administrator, organisation=mallila.organisation, invitation=made.id)
    assert client.get(path_of(made)).status_code == 410
    assert invitations_open(mallila.administrator, organisation=mallila.organisation) == ()


def test_the_first_administrator_is_made_once_from_this_machine(client: Client, db: None) -> None:
    assert client.get("/kirjaudu/")["Location"] == "/kirjaudu/ensimmainen/"
    assert "Luo ensimmäinen ylläpitäjä" in text_of(client.get("/kirjaudu/ensimmainen/"))
    form = {"organisation": "Mallilan kaupunki", "name": "Eka Ylläpitäjä", "email": "eka@mallila.example"}
    assert client.post("/kirjaudu/ensimmainen/", {**form, "password": "lyhyt"}).status_code == 422
    assert (User.objects.count(), Organisation.objects.count()) == (0, 0)
    answer = client.post("/kirjaudu/ensimmainen/", {**form, "password": NEW})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/")["Location"] == "/app/mallilan-kaupunki/"
    assert sorted(Membership.objects.values_list("role", flat=True)) == ["administrator", "coordinator"]
    assert Client().get("/kirjaudu/ensimmainen/").status_code == 404
    assert Client().post("/kirjaudu/ensimmainen/", {**form, "password": NEW}).status_code == 404


@pytest.mark.parametrize(
    "elsewhere",
    [{"REMOTE_ADDR": "192.0.2.4"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.4"}, {"HTTP_VIA": "1.1 välissä"}],
)
def test_the_first_administrator_is_not_made_from_elsewhere(db: None, elsewhere: dict[str, str]) -> None:
    client = Client(**elsewhere)  # type: ignore[arg-type]  # what the server puts into its environment
    assert client.get("/kirjaudu/").status_code == 200
    assert client.get("/kirjaudu/ensimmainen/").status_code == 404


def test_a_forgotten_password_is_answered_alike_for_everybody(
    client: Client, mallila: Mallila, settings: LazySettings, django_capture_on_commit_callbacks: object
) -> None:
    from hankesalkku.store.models import OutgoingMail

    assert client.get("/kirjaudu/unohtunut/").status_code == 404
    settings.MAIL = replace(settings.MAIL, kind="smtp", sender="hankesalkku@mallila.example")
    known = client.post("/kirjaudu/unohtunut/", {"email": mallila.email})
    unknown = client.post("/kirjaudu/unohtunut/", {"email": "ei.ole@mallila.example"})
    assert text_of(known) == text_of(unknown)
    (mail,) = OutgoingMail.objects.all()
    (path,) = re.findall(r"http://127\.0\.0\.1:8010(/\S+)", mail.body)
    assert client.get(path).status_code == 200
    assert client.post(path, {"password": "lyhyt"}).status_code == 422
    assert client.post(path, {"password": NEW})["Location"] == "/kirjaudu/"
    assert client.get(path).status_code == 410
    assert User.objects.get(id=mallila.user).check_password(NEW)
    for _ in range(5):
        client.post("/kirjaudu/unohtunut/", {"email": mallila.email})
    assert OutgoingMail.objects.count() <= 3


@pytest.mark.parametrize("path", ["x/y", "AAAA/bbb-ccc", "AAAAAAAAAAAAAAAAAAAAAA/c1-abc", "%00/%00", "é/é"])
def test_a_made_up_link_is_over(client: Client, db: None, path: str) -> None:
    assert client.get(f"/kirjaudu/uusi-salasana/{path}/").status_code == 410
