from __future__ import annotations

import threading
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse

from hankesalkku.core.access.actor import operator
from hankesalkku.services.errors import Fault, Invalid
from hankesalkku.services.people.users import user_add
from hankesalkku.store.models import AuditEntry, IdentityProvider, Organisation, SignInTries, User
from tests.support.oidc_server import OidcProvider
from tests.support.signing import FI, PASSWORD, Mallila, by_provider, text_of

EVIL = (
    "https://muu.example/",
    "http://muu.example",
    "//muu.example",
    "///muu.example",
    "////muu.example/%2e%2e",
    "/\\muu.example",
    "\\\\muu.example",
    "/\\/muu.example",
    "\\/muu.example",
    "https:muu.example",
    "https:/muu.example",
    "https:///muu.example",
    "HTTPS://MUU.EXAMPLE",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://muu.example",
    "mailto:a@muu.example",
    "blob:https://muu.example/x",
    "/\t/muu.example",
    "/\n/muu.example",
    "/\r\n/muu.example",
    "\t//muu.example",
    " //muu.example",
    "\x00//muu.example",
    "/\x00/muu.example",
    "http://testserver@muu.example/",
    "http://testserver.muu.example/",
    "https://testserver:443@muu.example",
    "//testserver@muu.example",
    "@muu.example",
    ".muu.example",
    "muu.example",
    "?next=//muu.example",
    "#//muu.example",
    "/\u2028/muu.example",
    "//muu。example",
    "／／muu.example",
    "/app/\r\nSet-Cookie: x=1",
    "%2f%2fmuu.example",
)


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> int:
    return client.post("/kirjaudu/", {"email": email, "password": password, **more}).status_code


def test_a_local_account_comes_in_and_lands_where_it_was_going(client: Client, mallila: Mallila) -> None:
    answer = client.post(
        "/kirjaudu/",
        {"email": mallila.email.upper(), "password": PASSWORD, "next": "/app/mallila/hankkeet/?sivu=2"},
    )
    assert (answer.status_code, answer["Location"]) == (302, "/app/mallila/hankkeet/?sivu=2")
    assert client.session["_auth_user_id"] == str(mallila.user)


@pytest.mark.parametrize("asked", EVIL)
def test_an_address_of_another_host_is_never_gone_to(client: Client, mallila: Mallila, asked: str) -> None:
    page = client.get(f"/kirjaudu/?next={quote(asked)}")
    assert 'name="next" value="/"' in page.content.decode()
    answer = client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD, "next": asked})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get(f"/kirjaudu/?next={quote(asked)}")["Location"] == "/"


def test_at_least_forty_addresses_are_tried() -> None:
    assert len(set(EVIL)) >= 40


def test_an_unknown_account_answers_as_a_wrong_password(client: Client, mallila: Mallila) -> None:
    wrong = client.post("/kirjaudu/", {"email": mallila.email, "password": "väärä salasana 123"})
    unknown = client.post("/kirjaudu/", {"email": "ei.ole@mallila.example", "password": "väärä salasana 123"})
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert "Tunnus tai salasana ei täsmää." in text_of(wrong)
    shown = [text_of(answer).replace(mallila.email, "") for answer in (wrong, unknown)]
    assert shown[0] == shown[1]


def test_the_session_has_a_new_key_after_sign_in(client: Client, mallila: Mallila) -> None:
    session = client.session
    session["before"] = 1
    session.save()
    before = session.session_key or ""
    client.cookies["hankesalkku_session"] = before
    sign_in(client, mallila.email)
    after = client.session.session_key
    assert after != before
    assert not type(session)().exists(before)


def test_a_thousand_tries_from_200_addresses_check_twenty_passwords_at_most(
    client: Client, mallila: Mallila, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = []
    monkeypatch.setattr(User, "check_password", lambda self, raw: checked.append(raw))
    for number in range(1_000):
        address = f"192.0.2.{number % 200}"
        client.post(
            "/kirjaudu/", {"email": mallila.email, "password": f"arvaus {number}"}, REMOTE_ADDR=address
        )
    assert 0 < len(checked) <= 20


def test_whoever_waits_is_told_how_long_and_comes_in_by_single_sign_on(
    client: Client, mallila: Mallila, oidc_provider: OidcProvider
) -> None:
    sign_in(client, mallila.email)
    by_provider(client, oidc_provider, "/omat-tiedot/tunnus/mallila/")
    client.post("/kirjaudu/ulos/")
    answers = [sign_in(client, mallila.email, "väärä salasana 123") for _ in range(11)]
    assert answers == [422] * 10 + [429]
    page = client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    assert page.status_code == 429
    assert "Odota 15 min tai käytä työtunnusta." in text_of(page)
    assert by_provider(client, oidc_provider).status_code == 302
    assert client.session["_auth_user_id"] == str(mallila.user)


def test_what_is_counted_names_nobody(client: Client, mallila: Mallila) -> None:
    sign_in(client, mallila.email, "väärä")
    assert SignInTries.objects.count() == 2
    assert not SignInTries.objects.filter(key__icontains="paula").exists()


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("lyhyt", "password_too_short"),
        ("neljätoista14!", "password_too_short"),
        ("passwordpassword", None),
        ("x" * 201, "password_too_long"),
    ],
)
def test_a_password_has_fifteen_characters_or_more(db: None, password: str, fault: str | None) -> None:
    if fault is None:
        user_add(operator(), email="a@mallila.example", name="A B", password=password)
        return
    with pytest.raises(Invalid) as refused:
        user_add(operator(), email="a@mallila.example", name="A B", password=password)
    assert Fault("password", f"people.fault.{fault}") in refused.value.faults


def test_common_passwords_are_refused(db: None) -> None:
    from django.contrib.auth.password_validation import CommonPasswordValidator

    common = sorted(one for one in CommonPasswordValidator().passwords if len(one) >= 15)
    assert len(common) > 30
    for password in common:
        with pytest.raises(Invalid):
            user_add(operator(), email="a@mallila.example", name="A B", password=password)
    assert User.objects.count() == 0


def test_passwords_are_kept_by_argon2(db: None) -> None:
    user_add(operator(), email="a@mallila.example", name="A B", password=PASSWORD)
    kept = User.objects.get().password
    assert kept.startswith("argon2$argon2id$")
    assert check_password(PASSWORD, kept)


def test_nobody_signs_up(client: Client, mallila: Mallila) -> None:
    for path in ("/kirjaudu/signup/", "/signup/", "/accounts/signup/", "/kirjaudu/rekisteroidy/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"email": "x@y.example"}).status_code == 404
    with pytest.raises(Exception, match="account_signup"):
        reverse("account_signup")


def test_an_organisation_that_forbids_local_accounts_has_none(client: Client, mallila: Mallila) -> None:
    Organisation.objects.update(settings={"local_accounts": False})
    assert "Paikallinen tunnus" not in text_of(client.get("/kirjaudu/"))
    assert sign_in(client, mallila.email) == 200
    assert "_auth_user_id" not in client.session


def test_an_inactive_user_stays_out_and_one_made_inactive_leaves_at_once(
    client: Client, mallila: Mallila
) -> None:
    sign_in(client, mallila.email)
    assert client.get("/omat-tiedot/").status_code == 200
    User.objects.update(is_active=False)
    assert client.get("/omat-tiedot/").status_code == 302
    assert sign_in(Client(), mallila.email) == 422


def test_a_demo_account_works_on_loopback_only(
    client: Client, mallila: Mallila, settings: LazySettings
) -> None:
    User.objects.update(is_demo=True)
    settings.IS_LOOPBACK = False
    assert sign_in(client, mallila.email) == 422
    settings.IS_LOOPBACK = True
    assert sign_in(client, mallila.email) == 302


def test_a_local_account_beside_a_provider_is_told_as_an_alarm(client: Client, mallila: Mallila) -> None:
    sign_in(client, mallila.email)
    entry = AuditEntry.objects.select_related("payload").get(action="sign_in")
    assert '"is_alarm":true' in entry.payload.content
    IdentityProvider.objects.update(is_enabled=False)
    sign_in(Client(), mallila.email)
    latest = AuditEntry.objects.filter(action="sign_in").latest("number")
    assert '"is_alarm":false' in latest.payload.content


def test_sign_in_failure_and_sign_out_are_in_the_security_chain(client: Client, mallila: Mallila) -> None:
    sign_in(client, mallila.email, "väärä salasana 123")
    sign_in(client, mallila.email)
    client.post("/kirjaudu/ulos/")
    rows = AuditEntry.objects.filter(chain__log_class="security", object_kind="user", object_id=mallila.user)
    found = [
        (row.action, row.result, row.origin, row.organisation_id, bool(row.request), row.actor)
        for row in rows.filter(action__startswith="sign_").order_by("number")
    ]
    common = ("127.0.0.1", mallila.organisation, True, mallila.user)
    assert found == [
        ("sign_in.failed", "failed", *common),
        ("sign_in", "done", *common),
        ("sign_out", "done", *common),
    ]


def test_what_was_typed_for_an_unknown_account_is_not_logged(client: Client, mallila: Mallila) -> None:
    from hankesalkku.store.models import AuditPayload

    sign_in(client, "salasanani vahingossa tähän", "väärä")
    assert not AuditPayload.objects.filter(content__contains="vahingossa").exists()


@pytest.mark.parametrize(
    ("words", "language"),
    [("Kirjaudu työtunnuksella", "fi"), ("Logga in med arbetskonto", "sv"), ("work account", "en")],
)
def test_the_page_has_one_primary_button_and_the_local_account_folded(
    client: Client, mallila: Mallila, words: str, language: str
) -> None:
    client.cookies["hankesalkku_language"] = language
    page = client.get("/kirjaudu/")
    shown = page.content.decode()
    assert words in text_of(page)
    assert "Mallilan kaupunki" in text_of(page)
    assert shown.count('class="govuk-button"') == 1
    assert '<details class="hs-fold"><summary>' in shown
    assert page["Cache-Control"] == "no-store"


def test_ten_tries_at_once_are_counted_one_by_one(mallila: Mallila, transactional_db: None) -> None:
    from django.db import connections

    from hankesalkku.services.people.tries import ACCOUNT, TooManyTries, take_try

    outcomes = []

    def one() -> None:
        try:
            take_try(ACCOUNT, "a@mallila.example")
            outcomes.append("taken")
        except TooManyTries:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (outcomes.count("taken"), outcomes.count("refused")) == (10, 6)


def test_words_of_the_form_are_ours(client: Client, mallila: Mallila) -> None:
    page = client.post("/kirjaudu/", {"email": "", "password": ""})
    assert page.status_code == 422
    for field in ("email", "password"):
        words = FI.say("web.shared.required", label=FI.say(f"web.signin.field.{field}"))
        assert text_of(page).count(words) == 2
