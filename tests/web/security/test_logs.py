from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from hankesalkku.config.logging import HIDDEN, JsonLines
from hankesalkku.core.findings.signs.identity_code import check_character
from hankesalkku.services.request_facts import answering
from tests.support.signing import PASSWORD, Mallila

CODES = [f"1310{10 + n}-{300 + n}{check_character(f'1310{10 + n}{300 + n}')}" for n in range(14)]
SECRETS = [f"Salaisuus{n}xyzzy" for n in range(26)]
WRAPPINGS = (
    "password={}",
    "password: {}",
    '{{"password": "{}"}}',
    "{{'access_token': '{}'}}",
    "Authorization: Bearer {}",
    "authorization=Basic {}",
    "token={}&x=1",
    "id_token={}",
    "client_secret={}",
    "code_verifier={}",
    "Cookie: hankesalkku_session={}",
    "session_key={}",
    "refresh_token={}",
    "postgresql://mallila:{}@db/x",
    "GET /kutsu/{}/",
    "GET /kirjaudu/uusi-salasana/abc/{}/",
    "salasana={}",
    "csrfmiddlewaretoken={}",
    "Bearer {}",
    "nonce={}",
    "otp={}",
    "api_key={}",
    "secret={}",
    "credential={}",
    "new_password={}",
    "passwd={}",
)


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel("DEBUG")
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_forty_planted_secrets_are_in_no_line(written: io.StringIO) -> None:
    assert len(CODES) + len(SECRETS) == 40
    logger = logging.getLogger("hankesalkku.test")
    for wrapping, secret in zip(WRAPPINGS, SECRETS, strict=True):
        text = wrapping.format(secret)
        logger.info(text)
        logger.info("luettiin %s", text, extra={"note": text})
        try:
            raise ValueError(text)
        except ValueError:
            logger.exception("virhe")
    for code in CODES:
        logger.warning("rivi: %s", code, extra={"note": f"hetu {code}."})
    found = written.getvalue()
    assert len(lines(written)) == 3 * 26 + 14
    assert [planted for planted in (*SECRETS, *CODES) if planted in found] == []
    assert found.count(HIDDEN) >= 3 * 26


def test_a_line_end_stays_in_its_line(written: io.StringIO) -> None:
    text = 'eka\r\n{"level":"info","message":"väärennös"}\u2028kolmas\x0bneljäs'
    logging.getLogger("hankesalkku.test").info(text, extra={"note": text})
    assert len(written.getvalue().encode().split(b"\n")) == 2
    assert lines(written)[0]["message"] == text


def test_a_line_tells_when_how_bad_who_and_where_from(written: io.StringIO) -> None:
    with answering("abc123", "192.0.2.9"):
        logging.getLogger("hankesalkku.test").warning("hidas")
    line = lines(written)[0]
    assert {name: line[name] for name in ("level", "logger", "message", "request", "origin")} == {
        "level": "warning",
        "logger": "hankesalkku.test",
        "message": "hidas",
        "request": "abc123",
        "origin": "192.0.2.9",
    }
    assert line["time"].endswith("+00:00")


def test_a_request_is_one_line_with_its_route_only(written: io.StringIO, client: Client, db: None) -> None:
    client.get("/kutsu/salainen-linkki/?haku=salaista")
    (line,) = [one for one in lines(written) if one["logger"] == "hankesalkku.requests"]
    told = (line["method"], line["route"], line["status"], line["user"], line["origin"])
    assert told == ("GET", "kutsu/<str:token>/", 410, None, "127.0.0.1")
    assert "salai" not in written.getvalue()


@pytest.mark.django_db(transaction=True)
def test_security_events_are_mirrored_without_content(
    written: io.StringIO, client: Client, mallila: Mallila
) -> None:
    client.post("/kirjaudu/", {"email": mallila.email, "password": "väärä salasana 123"})
    client.post("/kirjaudu/", {"email": mallila.email, "password": PASSWORD})
    client.post("/kirjaudu/ulos/")
    events = [one for one in lines(written) if one["logger"] == "hankesalkku.security"]
    signed = [
        (one["action"], one["result"], one["user"]) for one in events if one["action"].startswith("sign_")
    ]
    assert signed == [
        ("sign_in.failed", "failed", str(mallila.user)),
        ("sign_in", "done", str(mallila.user)),
        ("sign_out", "done", str(mallila.user)),
    ]
    found = written.getvalue()
    assert [planted for planted in (PASSWORD, "väärä salasana", mallila.email) if planted in found] == []
