from __future__ import annotations

import json
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from hankesalkku.store.models import AuditEntry, AuditPayload
from tests.support.signing import PASSWORD, Mallila, text_of

BROKEN = json.dumps(
    {
        "id": "eA",
        "rawId": "eA",
        "type": "public-key",
        "response": {
            "clientDataJSON": "eyJ9",
            "attestationObject": "oWNmbXQ",
            "authenticatorData": "eA",
            "signature": "eA",
        },
        "clientExtensionResults": {},
    }
)


def code_of(secret: str, steps: int = 0) -> str:
    """Give what the authenticator app shows."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def sign_in(client: Client, mallila: Mallila) -> str:
    form = {"email": mallila.email, "password": PASSWORD, "next": "/app/mallila/tehtavat/"}
    return client.post("/kirjaudu/", form)["Location"]


def confirmed(client: Client, path: str) -> str:
    """Ask for a page that needs the password once more; give what it shows."""
    away = client.get(path)["Location"]
    assert away.startswith("/omat-tiedot/vahvista/?next=")
    back = client.post(away, {"password": PASSWORD, "next": path})
    assert back["Location"] == path
    return client.get(path).content.decode()


@pytest.fixture
def secret(client: Client, mallila: Mallila) -> str:
    """Take an authenticator app into use; give its secret. The browser is signed out afterwards."""
    sign_in(client, mallila)
    page = confirmed(client, "/omat-tiedot/sovellus/")
    (found,) = re.findall(r'<code class="hs-code">([A-Z2-7]{32})</code>', page)
    answer = client.post("/omat-tiedot/sovellus/", {"code": code_of(found)})
    assert answer["Location"] == "/omat-tiedot/varakoodit/"
    client.post("/kirjaudu/ulos/")
    return str(found)


def test_the_second_step_is_asked_and_leads_on(client: Client, mallila: Mallila, secret: str) -> None:
    assert sign_in(client, mallila) == "/kirjaudu/vahvistus/"
    assert "_auth_user_id" not in client.session
    assert "Vahvista kirjautuminen" in text_of(client.get("/kirjaudu/vahvistus/"))
    answer = client.post("/kirjaudu/vahvistus/", {"code": code_of(secret, 1)})
    assert (answer.status_code, answer["Location"]) == (302, "/app/mallila/tehtavat/")
    assert client.session["_auth_user_id"] == str(mallila.user)
    assert client.session["method"] == "password+totp"


def test_the_password_alone_opens_nothing(client: Client, mallila: Mallila, secret: str) -> None:
    sign_in(client, mallila)
    assert client.get("/omat-tiedot/").status_code == 302
    assert client.get("/")["Location"] == "/kirjaudu/"


def test_a_code_is_good_once(client: Client, mallila: Mallila, secret: str) -> None:
    code = code_of(secret, 1)
    sign_in(client, mallila)
    assert client.post("/kirjaudu/vahvistus/", {"code": code}).status_code == 302
    other = Client()
    sign_in(other, mallila)
    assert other.post("/kirjaudu/vahvistus/", {"code": code}).status_code == 422


def test_ten_wrong_codes_are_enough(client: Client, mallila: Mallila, secret: str) -> None:
    sign_in(client, mallila)
    for number in range(10):
        page = client.post("/kirjaudu/vahvistus/", {"code": f"00000{number}"})
        assert "Koodi tai avain ei täsmää." in text_of(page)
    page = client.post("/kirjaudu/vahvistus/", {"code": code_of(secret, 1)})
    assert page.status_code == 422
    assert "Odota 15 min" in text_of(page)
    assert AuditEntry.objects.filter(action="sign_in.failed").count() == 10


def test_a_spare_code_is_good_once(client: Client, mallila: Mallila, secret: str) -> None:
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10
    sign_in(client, mallila)
    assert client.post("/kirjaudu/vahvistus/", {"code": codes[0]}).status_code == 302
    other = Client()
    sign_in(other, mallila)
    assert other.post("/kirjaudu/vahvistus/", {"code": codes[0]}).status_code == 422


def test_the_app_is_given_up_after_the_password(client: Client, mallila: Mallila, secret: str) -> None:
    sign_in(client, mallila)
    client.post("/kirjaudu/vahvistus/", {"code": code_of(secret, 1)})
    away = client.get("/omat-tiedot/sovellus/poista/")["Location"]
    client.post(away, {"password": PASSWORD})
    assert client.post("/omat-tiedot/sovellus/poista/")["Location"] == "/omat-tiedot/"
    assert Authenticator.objects.count() == 0
    contents = AuditPayload.objects.filter(entry__action="second_factor.change").values_list(
        "content", flat=True
    )
    assert [json.loads(one)["facts"]["change"] for one in contents.order_by("entry__number")] == [
        "totp.add",
        "totp.remove",
    ]


def test_a_wrong_password_confirms_nothing(client: Client, mallila: Mallila) -> None:
    sign_in(client, mallila)
    answer = client.post("/omat-tiedot/vahvista/?next=/omat-tiedot/sovellus/", {"password": "väärä"})
    assert answer.status_code == 422
    assert "Salasana ei täsmää." in text_of(answer)
    assert client.get("/omat-tiedot/sovellus/").status_code == 302


def test_the_page_of_a_key_has_what_the_browser_needs_and_no_inline_script(
    client: Client, mallila: Mallila
) -> None:
    sign_in(client, mallila)
    page = confirmed(client, "/omat-tiedot/avain/")
    (options,) = re.findall(r'<script id="security-key-options" type="application/json">(.*?)</script>', page)
    asked = json.loads(options)["publicKey"]
    assert asked["rp"] == {"id": "localhost", "name": "Hankesalkku"}
    assert len(asked["challenge"]) >= 40
    assert set(re.findall(r"<script[^>]*>", page)) - {
        '<script id="security-key-options" type="application/json">'
    }
    assert all("src=" in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", page))


@pytest.mark.parametrize(
    "credential", ["", "{}", "[]", "1", "null", '{"id": "x"}', '{"response": {}}', "ei JSON"]
)
def test_a_broken_credential_is_an_error_of_the_form(
    client: Client, mallila: Mallila, credential: str
) -> None:
    sign_in(client, mallila)
    confirmed(client, "/omat-tiedot/avain/")
    answer = client.post("/omat-tiedot/avain/", {"name": "Avain", "credential": credential})
    assert answer.status_code == 422
    assert Authenticator.objects.count() == 0


@pytest.mark.parametrize("credential", ["{}", "[]", '{"id": "x"}', "ei JSON", BROKEN])
def test_a_broken_answer_of_a_key_is_an_error_of_the_form(
    client: Client, mallila: Mallila, secret: str, credential: str
) -> None:
    sign_in(client, mallila)
    answer = client.post("/kirjaudu/vahvistus/", {"credential": credential})
    assert answer.status_code == 422
    assert "_auth_user_id" not in client.session
