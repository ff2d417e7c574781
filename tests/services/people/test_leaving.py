from __future__ import annotations

import pytest
from django.test import Client

from hankesalkku.core.access.actor import Role, operator
from hankesalkku.services.errors import Fault, Invalid, NotAllowed, NotFound
from hankesalkku.services.moment import today
from hankesalkku.services.organisation.organisations import organisation_add
from hankesalkku.services.people.leaving import rights_of_all, role_take, user_leave, user_return
from hankesalkku.services.people.users import actor_of, role_give, user_add
from hankesalkku.store.models import AuditEntry, Membership, User
from tests.support.signing import Mallila, mallila

__all__ = ["mallila"]


def somebody(mallila: Mallila, role: Role = Role.CONTROLLER) -> User:
    seen = user_add(operator(), email="kalle@mallila.example", name="Kalle Kontrolleri")
    role_give(operator(mallila.organisation), organisation=mallila.organisation, user=seen.id, role=role)
    return User.objects.get(id=seen.id)


def test_a_leaver_loses_access_with_the_next_request(client: Client, mallila: Mallila) -> None:
    user = somebody(mallila)
    client.force_login(user)
    assert client.get("/omat-tiedot/").status_code == 200
    user_leave(mallila.administrator, organisation=mallila.organisation, user=user.id)
    assert client.get("/omat-tiedot/").status_code == 302
    user.refresh_from_db()
    assert (user.is_active, Membership.objects.filter(user=user).count()) == (False, 0)
    entries = AuditEntry.objects.filter(action="user.edit", actor=mallila.user, chain__log_class="security")
    assert list(entries.order_by("number").values_list("object_kind", flat=True))[-2:] == [
        "membership",
        "user",
    ]


def test_a_leaver_of_one_house_stays_in_the_other(client: Client, mallila: Mallila) -> None:
    user = somebody(mallila)
    other = organisation_add(operator(), slug="ylamaa", name="Ylämaa")
    role_give(operator(other.id), organisation=other.id, user=user.id, role=Role.READER)
    user_leave(mallila.administrator, organisation=mallila.organisation, user=user.id)
    user.refresh_from_db()
    assert user.is_active
    assert actor_of(user.id, mallila.organisation, today()) is None
    assert actor_of(user.id, other.id, today()) is not None


def test_a_user_comes_back(mallila: Mallila) -> None:
    user = somebody(mallila)
    user_leave(mallila.administrator, organisation=mallila.organisation, user=user.id)
    user_return(mallila.administrator, organisation=mallila.organisation, user=user.id)
    assert User.objects.get(id=user.id).is_active
    with pytest.raises(NotFound):
        user_return(mallila.administrator, organisation=mallila.organisation, user=user.id)


def test_the_last_administrator_stays(mallila: Mallila) -> None:
    own = Membership.objects.get(user=mallila.user).id
    fault = (Fault("role", "people.fault.last_administrator"),)
    with pytest.raises(Invalid) as refused:
        user_leave(mallila.administrator, organisation=mallila.organisation, user=mallila.user)
    assert refused.value.faults == fault
    with pytest.raises(Invalid) as refused:
        role_take(mallila.administrator, organisation=mallila.organisation, membership=own)
    assert refused.value.faults == fault
    assert Membership.objects.filter(user=mallila.user).count() == 1


def test_rights_are_listed_for_the_review(client: Client, mallila: Mallila) -> None:
    user = somebody(mallila)
    client.force_login(user)
    listed = rights_of_all(mallila.administrator, organisation=mallila.organisation)
    told = [(one.name, one.role, one.by_group, one.last_sign_in is not None) for one in listed]
    assert told == [
        ("Kalle Kontrolleri", Role.CONTROLLER, False, True),
        ("Paula Pääkäyttäjä", Role.ADMINISTRATOR, False, False),
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_takes_rights(mallila: Mallila, role: Role) -> None:
    user = somebody(mallila, role)
    actor = actor_of(user.id, mallila.organisation, today())
    assert actor is not None
    with pytest.raises(NotAllowed):
        user_leave(actor, organisation=mallila.organisation, user=mallila.user)
    if role is not Role.AUDITOR:
        with pytest.raises(NotAllowed):
            rights_of_all(actor, organisation=mallila.organisation)


def test_another_houses_right_is_not_there(mallila: Mallila) -> None:
    other = organisation_add(operator(), slug="ylamaa", name="Ylämaa")
    user = somebody(mallila)
    role_give(operator(other.id), organisation=other.id, user=user.id, role=Role.READER)
    theirs = Membership.objects.get(organisation=other.id)
    with pytest.raises(NotFound):
        role_take(mallila.administrator, organisation=mallila.organisation, membership=theirs.id)
