from __future__ import annotations

import base64
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.conf import LazySettings
from django.db import transaction

from hankesalkku.core.access.actor import Role, operator
from hankesalkku.services.errors import NotAllowed
from hankesalkku.services.mail.message import CannotSend, Message
from hankesalkku.services.mail.outbox import (
    mail_deliver_waiting,
    mail_retry,
    mail_send,
    mail_test,
    mail_troubles,
)
from hankesalkku.services.moment import today
from hankesalkku.services.organisation.organisations import organisation_add
from hankesalkku.services.people.users import actor_of, role_give, user_add
from hankesalkku.store.models import OutgoingMail

SENDER, TO = "hankesalkku@mallila.example", "veikko@mallila.example"


@dataclass
class Relay:
    """A relay of the tests' own: what it was told, and what it answers to RCPT and AUTH."""

    port: int = 0
    mails: list[bytes] = field(default_factory=list)
    auths: list[str] = field(default_factory=list)
    answer_to_recipient: str = "250 ok"
    answer_to_auth: str = "235 ok"


@contextmanager
def relaying() -> Iterator[Relay]:
    relay = Relay()

    class Handler(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(line.encode() + b"\r\n")

        def handle(self) -> None:
            self.say("220 mallila")
            while line := self.rfile.readline().decode().strip():
                word = line.split()[0].upper()
                if word == "QUIT":
                    return self.say("221 bye")
                if word == "DATA":
                    self.take()
                elif word == "EHLO":
                    self.say("250-mallila\r\n250 AUTH XOAUTH2 PLAIN")
                elif word == "AUTH":
                    relay.auths.append(line)
                    self.say(relay.answer_to_auth)
                else:
                    self.say(relay.answer_to_recipient if word == "RCPT" else "250 ok")

        def take(self) -> None:
            self.say("354 go on")
            content = b""
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                content += line
            relay.mails.append(content)
            self.say("250 taken")

    with serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as port:
        relay.port = port
        yield relay


@dataclass
class Cloud:
    """A token service and a mail service on the web; `status` is what the latter answers."""

    address: str = ""
    tokens: list[dict[str, list[str]]] = field(default_factory=list)
    mails: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    status: int = 202
    token: bytes = b'{"access_token": "avain-123", "token_type": "Bearer"}'


@contextmanager
def clouding() -> Iterator[Cloud]:
    cloud = Cloud()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/token":
                cloud.tokens.append(parse_qs(body.decode()))
                return self.answer(200, cloud.token)
            cloud.mails.append((self.path, self.headers["Authorization"], json.loads(body)))
            return self.answer(cloud.status, b"")

        def answer(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Location", "/muualle")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002, ANN401 - as the base class has it
            """Say nothing."""

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        cloud.address = f"http://127.0.0.1:{port}"
        yield cloud


@contextmanager
def serving(server: socketserver.TCPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def relay(settings: LazySettings, tmp_path: Path) -> Iterator[Relay]:
    with relaying() as one:
        settings.SECRETS_DIR = tmp_path
        settings.MAIL = replace(
            settings.MAIL, kind="smtp", host="127.0.0.1", port=one.port, security="none", sender=SENDER
        )
        yield one


@pytest.fixture
def cloud(settings: LazySettings, tmp_path: Path) -> Iterator[Cloud]:
    with clouding() as one:
        (tmp_path / "mail-client").write_text("pilven salaisuus\n")
        settings.SECRETS_DIR = tmp_path
        settings.MAIL_GRAPH_ADDRESS = f"{one.address}/v1.0"
        settings.MAIL = replace(
            settings.MAIL,
            kind="graph",
            sender=SENDER,
            token_url=f"{one.address}/token",
            client_id="hankesalkku",
        )
        yield one


def send(subject: str = "Kutsu", body: str = "Hei Väinö,\n\nlinkki: https://x.example/ä\n") -> None:
    mail_send(to=TO, subject=subject, body=body)


def test_a_message_leaves_after_the_commit(transactional_db: None, relay: Relay) -> None:
    with transaction.atomic():
        send()
        assert relay.mails == []
    (content,) = relay.mails
    mail = message_from_bytes(content, policy=default)
    assert (mail["From"], mail["To"], mail["Subject"]) == (SENDER, TO, "Kutsu")
    assert mail.get_content().replace("\r\n", "\n") == "Hei Väinö,\n\nlinkki: https://x.example/ä\n"
    row = OutgoingMail.objects.get()
    assert (row.state, row.body, row.attempts) == ("sent", "", 1)


def test_a_message_of_a_change_that_failed_never_leaves(transactional_db: None, relay: Relay) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        send()
        1 / 0  # noqa: B018
    assert (relay.mails, OutgoingMail.objects.count()) == ([], 0)


def test_a_line_end_in_a_subject_makes_no_header(transactional_db: None, relay: Relay) -> None:
    send(subject="Kutsu\r\nBcc: muu@muu.example\r\n\r\nteksti")
    mail = message_from_bytes(relay.mails[0], policy=default)
    assert (mail["Bcc"], mail["Subject"]) == (None, "Kutsu Bcc: muu@muu.example teksti")


def test_a_relay_that_refuses_for_good_is_shown_and_tried_again_by_hand(
    transactional_db: None, relay: Relay
) -> None:
    town = organisation_add(operator(), slug="mallila", name="Mallila")
    relay.answer_to_recipient = "550 no such user"
    mail_send(to=TO, subject="Kutsu", body="x", organisation=town.id)
    actor = operator(town.id)
    (seen,) = mail_troubles(actor, organisation=town.id)
    assert (seen.to, seen.state) == (TO, "failed")
    assert "550" in seen.error
    relay.answer_to_recipient = "250 ok"
    assert mail_deliver_waiting() == 0
    assert mail_retry(actor, organisation=town.id, mail=seen.id)
    assert mail_troubles(actor, organisation=town.id) == ()
    assert len(relay.mails) == 1


def test_a_relay_that_is_away_is_tried_five_times(transactional_db: None, settings: LazySettings) -> None:
    settings.MAIL = replace(
        settings.MAIL, kind="smtp", host="127.0.0.1", port=1, security="none", sender=SENDER
    )
    send()
    states = [OutgoingMail.objects.get().state]
    for _ in range(5):
        mail_deliver_waiting()
        states.append(OutgoingMail.objects.get().state)
    assert states == ["waiting", "waiting", "waiting", "waiting", "failed", "failed"]
    assert OutgoingMail.objects.get().attempts == 5


def test_an_account_of_the_relay_signs_in_by_token(
    transactional_db: None, relay: Relay, cloud: Cloud, settings: LazySettings
) -> None:
    settings.MAIL = replace(
        settings.MAIL, kind="smtp", host="127.0.0.1", port=relay.port, security="none", user=SENDER
    )
    send()
    (auth,) = relay.auths
    assert auth.split()[:2] == ["AUTH", "XOAUTH2"]
    assert base64.b64decode(auth.split()[2]).decode() == f"user={SENDER}\x01auth=Bearer avain-123\x01\x01"
    assert cloud.tokens[0]["grant_type"] == ["client_credentials"]
    assert cloud.tokens[0]["client_secret"] == ["pilven salaisuus"]
    assert len(relay.mails) == 1


def test_a_relay_that_does_not_know_the_account_is_told(
    transactional_db: None, relay: Relay, cloud: Cloud, settings: LazySettings
) -> None:
    relay.answer_to_auth = "535 5.7.3 Authentication unsuccessful"
    settings.MAIL = replace(
        settings.MAIL, kind="smtp", host="127.0.0.1", port=relay.port, security="none", user=SENDER
    )
    send()
    row = OutgoingMail.objects.get()
    assert (row.state, "535" in row.error, "avain-123" in row.error) == ("failed", True, False)


def test_microsoft_graph_takes_a_message(transactional_db: None, cloud: Cloud) -> None:
    send()
    ((path, token, content),) = cloud.mails
    assert path == "/v1.0/users/hankesalkku%40mallila.example/sendMail"
    assert token == "Bearer avain-123"
    assert content["message"]["toRecipients"] == [{"emailAddress": {"address": TO}}]
    assert content["message"]["body"]["content"].startswith("Hei Väinö")
    assert cloud.tokens[0]["scope"] == ["https://graph.microsoft.com/.default"]
    assert OutgoingMail.objects.get().state == "sent"


@pytest.mark.parametrize(
    ("status", "state"), [(403, "failed"), (429, "waiting"), (503, "waiting"), (302, "waiting")]
)
def test_graphs_refusal_is_kept(transactional_db: None, cloud: Cloud, status: int, state: str) -> None:
    cloud.status = status
    send()
    row = OutgoingMail.objects.get()
    assert (row.state, str(status) in row.error) == (state, True)


@pytest.mark.parametrize(
    "token", [b"[]", b"ei JSON", b"{}", b'{"access_token": 5}', b'{"error": "invalid_client"}']
)
def test_a_token_service_that_gives_none_is_told(transactional_db: None, cloud: Cloud, token: bytes) -> None:
    cloud.token = token
    send()
    assert (cloud.mails, OutgoingMail.objects.get().state) == ([], "waiting")


def test_a_token_is_never_asked_for_in_the_clear(db: None, cloud: Cloud, settings: LazySettings) -> None:
    settings.MAIL = replace(settings.MAIL, token_url="http://login.mallila.example/token")
    with pytest.raises(CannotSend, match="only https"):
        mail_test(
            operator(organisation_add(operator(), slug="m", name="M").id), organisation=town_id(), to=TO
        )


def town_id() -> Any:  # noqa: ANN401
    from hankesalkku.store.models import Organisation

    return Organisation.objects.get().id


def test_the_test_message_tells_at_once(db: None, relay: Relay) -> None:
    town = organisation_add(operator(), slug="mallila", name="Mallila")
    mail_test(operator(town.id), organisation=town.id, to=TO)
    mail = message_from_bytes(relay.mails[0], policy=default)
    assert mail["Subject"] == "Hankesalkun testiviesti"
    relay.answer_to_recipient = "550 no such user"
    with pytest.raises(CannotSend, match="550"):
        mail_test(operator(town.id), organisation=town.id, to=TO)
    assert OutgoingMail.objects.count() == 0


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_sends_a_test(db: None, relay: Relay, role: Role) -> None:
    town = organisation_add(operator(), slug="mallila", name="Mallila")
    user = user_add(operator(), email="a@mallila.example", name="A B")
    role_give(operator(town.id), organisation=town.id, user=user.id, role=role)
    actor = actor_of(user.id, town.id, today())
    assert actor is not None
    with pytest.raises(NotAllowed):
        mail_test(actor, organisation=town.id, to=TO)
    assert relay.mails == []


def test_without_mail_nothing_is_written(transactional_db: None) -> None:
    assert mail_send(to=TO, subject="Kutsu", body="x") is None
    assert OutgoingMail.objects.count() == 0


def test_a_message_says_that_a_machine_sent_it() -> None:
    mail = Message(SENDER, TO, "Kutsu", "x").written()
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@mallila.example>")
