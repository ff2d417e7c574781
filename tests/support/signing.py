"""A site with Mallila, its administrator and an identity provider: what the tests of signing in share."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.test import Client

from hankesalkku.core.access.actor import Actor, Role, operator
from hankesalkku.core.language.wording import Wording
from hankesalkku.services.moment import today
from hankesalkku.services.organisation.organisations import organisation_add
from hankesalkku.services.people.providers import GroupGrant, ProviderGiven, group_roles_set, provider_save
from hankesalkku.services.people.users import actor_of, role_give, user_add
from tests.support.oidc_server import OidcProvider
from tests.support.oidc_tokens import CLIENT_ID, CLIENT_SECRET


class Answer(Protocol):
    """What the test client gives."""

    status_code: int
    content: bytes

    def __getitem__(self, name: str) -> str: ...


PASSWORD = "kuusi kivaa kissaa kellarissa"
FI = Wording("fi")


@dataclass(frozen=True, slots=True)
class Mallila:
    """The town, its administrator, and the key of its identity provider's row."""

    organisation: UUID
    administrator: Actor
    user: UUID
    email: str
    provider: UUID


@pytest.fixture
def mallila(db: None, oidc_provider: OidcProvider, settings: LazySettings, tmp_path: Path) -> Mallila:
    """Make Mallila with one administrator and one identity provider whose group `hankkeet` gives a role."""
    settings.SECRETS_DIR = tmp_path
    settings.OPENID_TIMEOUT_S = 0.5
    (tmp_path / "mallila-oidc").write_text(CLIENT_SECRET + "\n")
    town = organisation_add(operator(), slug="mallila", name="Mallilan kaupunki")
    user = user_add(
        operator(), email="paula.paakayttaja@mallila.example", name="Paula Pääkäyttäjä", password=PASSWORD
    )
    role_give(operator(town.id), organisation=town.id, user=user.id, role=Role.ADMINISTRATOR)
    actor = actor_of(user.id, town.id, today())
    assert actor is not None
    given = ProviderGiven(
        key="mallila",
        name="Mallilan työtunnus",
        issuer=oidc_provider.issuer,
        client_id=CLIENT_ID,
        secret_name="mallila-oidc",
    )
    provider = provider_save(actor, organisation=town.id, given=given)
    grants = (GroupGrant("hankkeet", Role.COORDINATOR),)
    group_roles_set(actor, organisation=town.id, provider=provider, grants=grants)
    return Mallila(town.id, actor, user.id, user.email, provider)


def text_of(answer: Answer) -> str:
    """Give what an answer shows."""
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def handed_over(client: Client, path: str = "/kirjaudu/tunnus/mallila/", **form: str) -> str:
    """Press the button of single sign-on; give the provider's address that the browser is sent to."""
    answer = client.post(path, form)
    assert answer.status_code == 200, text_of(answer)
    return answer["Refresh"].removeprefix("0; url=")


def by_provider(
    client: Client, provider: OidcProvider, path: str = "/kirjaudu/tunnus/mallila/", **form: str
) -> Answer:
    """Go the whole way by single sign-on; give the answer to the person's return."""
    back = urlsplit(provider.approve(handed_over(client, path, **form)))
    return client.get(f"{back.path}?{back.query}")
