"""A town with somebody who holds every role, for tests that walk all addresses."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from hankesalkku.core.access.actor import Role, operator
from hankesalkku.services.organisation.organisations import organisation_add
from hankesalkku.services.people.users import role_give, user_add
from hankesalkku.store.models import User


@pytest.fixture
def everything(db: None) -> UUID:
    """Make the town `mallila` and its user with all roles; give the user."""
    town = organisation_add(operator(), slug="mallila", name="Mallilan kaupunki")
    user = user_add(operator(), email="kaikki.roolit@mallila.example", name="Kaikki Roolit")
    for role in Role:
        role_give(operator(town.id), organisation=town.id, user=user.id, role=role)
    return user.id


@pytest.fixture
def inside(client: Client, everything: UUID) -> Client:
    """Give a browser in which that user is signed in."""
    client.force_login(User.objects.get(id=everything))
    return client
