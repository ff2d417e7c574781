from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from hankesalkku.services.moment import now
from hankesalkku.store.models import AuditEntry, User
from hankesalkku.web.shared.middleware import TrustedProxies
from tests.support.signing import PASSWORD, Mallila, text_of


def seen(settings: LazySettings, proxies: frozenset[str], **headers: str) -> HttpRequest:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", **headers)  # type: ignore[arg-type]  # headers as the server gives them
    TrustedProxies(lambda _: HttpResponse())(request)
    return request


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.1", "198.51.100.7", "198.51.100.7"),
        ("192.0.2.1", "10.0.0.1, 198.51.100.7", "198.51.100.7"),
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "<script>", "192.0.2.1"),
        ("192.0.2.1", "2001:db8::1", "2001:db8::1"),
        ("203.0.113.5", "127.0.0.1", "203.0.113.5"),
    ],
)
def test_only_a_trusted_proxy_is_believed(
    settings: LazySettings, peer: str, forwarded: str, address: str
) -> None:
    request = seen(settings, frozenset({"192.0.2.1"}), REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded)
    assert request.META["REMOTE_ADDR"] == address
    assert "HTTP_X_FORWARDED_FOR" not in request.META


def test_a_stranger_cannot_say_that_it_came_by_tls(settings: LazySettings) -> None:
    forged = {
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_HANKESALKKU_PROTO": "https",
        "HTTP_X_FORWARDED_HOST": "muu",
    }
    request = seen(settings, frozenset(), REMOTE_ADDR="203.0.113.5", **forged)
    assert not request.is_secure()
    assert not set(forged) & set(request.META)


def ended(client: Client, **at: timedelta) -> None:
    """Turn the session's clocks back."""
    session = client.session
    for name, back in at.items():
        session[name] = int((now() - back).timestamp())
    session.save()


@pytest.mark.parametrize(
    ("clocks", "is_in"),
    [
        ({"seen_at": timedelta(minutes=29), "started_at": timedelta(hours=2)}, True),
        ({"seen_at": timedelta(minutes=31), "started_at": timedelta(hours=2)}, False),
        ({"seen_at": timedelta(minutes=1), "started_at": timedelta(hours=11, minutes=59)}, True),
        ({"seen_at": timedelta(minutes=1), "started_at": timedelta(hours=12, minutes=1)}, False),
    ],
)
def test_a_session_ends_by_its_limits(
    inside: Client, everything: UUID, clocks: dict[str, timedelta], is_in: bool
) -> None:
    inside.get("/omat-tiedot/")
    ended(inside, **clocks)
    assert (inside.get("/omat-tiedot/").status_code == 200) is is_in
    assert AuditEntry.objects.filter(action="sign_out").count() == (not is_in)


def test_a_forms_text_survives_a_new_sign_in(client: Client, mallila: Mallila) -> None:
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    ended(client, seen_at=timedelta(minutes=31), started_at=timedelta(hours=1))
    text = "Paula <Uusi> Pääkäyttäjä & muut"
    form = {"name": text, "language": "sv", "password": "ei säily"}
    answer = client.post("/omat-tiedot/", form)
    assert answer["Location"] == "/kirjaudu/?next=/kirjaudu/jatka/"
    assert "Kirjoittamasi teksti on tallessa" in text_of(client.get(answer["Location"]))
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD, "next": "/kirjaudu/jatka/"})
    page = client.get("/kirjaudu/jatka/")
    assert text in text_of(page)
    assert 'action="/omat-tiedot/"' in page.content.decode()
    assert 'name="language" value="sv"' in page.content.decode()
    assert "ei säily" not in text_of(page)


def test_a_forms_text_is_shown_to_nobody_else(
    client: Client, mallila: Mallila, everything: UUID | None = None
) -> None:
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    ended(client, seen_at=timedelta(minutes=31), started_at=timedelta(hours=1))
    client.post("/omat-tiedot/", {"name": "Salainen luonnos tästä", "language": "fi"})
    other = User.objects.create(id=UUID(int=7), email="muu@mallila.example", name="Muu", created_at=now())
    other.set_password(PASSWORD)
    other.save()
    client.post("/kirjaudu/", {"email": other.email, "password": PASSWORD})
    assert client.get("/kirjaudu/jatka/")["Location"] == "/"


def test_a_fragment_asked_for_after_the_end_leads_to_the_sign_in(client: Client, db: None) -> None:
    answer = client.get(
        "/omat-tiedot/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/app/x/"}
    )
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/kirjaudu/?next=%2Fapp%2Fx%2F")
