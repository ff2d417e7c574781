"""Every link of the frame leads to a page that answers."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from hankesalkku.core.access.actor import Role, operator
from hankesalkku.services.audit.act import recorded
from hankesalkku.services.people.users import role_give
from tests.support.signing import PASSWORD, Mallila

LINK = re.compile(
    r'<(?:a|form method="get"|form class="hs-search" method="get") [^>]*?(?:href|action)="(/[^"#]*)"'
)


def frame_links(page: str) -> set[str]:
    """Give the addresses of the header, the menu and the footer."""
    head, _, rest = page.partition("<main")
    return set(LINK.findall(head + rest.partition("</main>")[2]))


@pytest.mark.django_db
def test_every_link_of_an_open_page_answers(client: Client) -> None:
    links = frame_links(client.get("/kirjaudu/", follow=True).content.decode())

    assert {link: client.get(link, follow=True).status_code for link in links} == dict.fromkeys(links, 200)


@pytest.mark.django_db
def test_every_link_of_a_signed_in_page_answers(client: Client, mallila: Mallila) -> None:
    role_give(
        operator(mallila.organisation),
        organisation=mallila.organisation,
        user=mallila.user,
        role=Role.COORDINATOR,
    )
    with recorded(operator(mallila.organisation), "test", mallila.organisation) as act:
        act.noted("organisation", mallila.organisation)  # so that the footer names the head of the chain
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    page = client.get("/app/mallila/tuonti/")
    links = frame_links(page.content.decode())

    assert page.status_code == 200
    assert "/app/mallila/tuonti/" in links
    assert {link: client.get(link, follow=True).status_code for link in links} == dict.fromkeys(links, 200)
