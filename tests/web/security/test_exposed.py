"""The settings of a site that other machines reach, in a process of its own: cookies, HSTS, redirect, checks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROBE = """
import json, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from io import StringIO
call_command("migrate", verbosity=0)
told = StringIO()
call_command("check", deploy=True, fail_level="WARNING", stdout=told, stderr=told)
from hankesalkku.core.access.actor import operator
from hankesalkku.services.people.users import user_add
PASSWORD = "kuusi kivaa kissaa kellarissa"
user_add(operator(), email="a@mallila.example", name="A B", password=PASSWORD)
proxy = {"REMOTE_ADDR": "192.0.2.1", "HTTP_HOST": "hankkeet.mallila.example", "HTTP_X_FORWARDED_PROTO": "https",
         "HTTP_X_FORWARDED_FOR": "198.51.100.7"}
def got(path="/kirjaudu/", **changes):
    answer = Client().get(path, **{**proxy, **changes})
    return [answer.status_code, dict(answer.headers), {name: dict(one) for name, one in answer.cookies.items()}]
client = Client()
client.post("/kirjaudu/", {"email": "a@mallila.example", "password": PASSWORD}, **proxy)
print(json.dumps({
    "check": told.getvalue(),
    "page": got(),
    "plain": got(HTTP_X_FORWARDED_PROTO="http"),
    "stranger": got(REMOTE_ADDR="203.0.113.5"),
    "host": got(HTTP_HOST="muu.example"),
    "forwarded_host": got(HTTP_X_FORWARDED_HOST="muu.example"),
    "loopback_host": got(HTTP_HOST="localhost"),
    "first": got("/kirjaudu/ensimmainen/"),
    "health": got("/healthz", HTTP_X_FORWARDED_PROTO="http"),
    "session": {name: dict(one) for name, one in client.cookies.items()},
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("exposed")
    (folder / "static").mkdir()
    mine = {
        name: value for name, value in os.environ.items() if not name.startswith(("HANKESALKKU_", "DJANGO_"))
    }
    environment = {
        **mine,
        "DJANGO_SETTINGS_MODULE": "hankesalkku.config.settings",
        "HANKESALKKU_DATA_DIR": str(folder),
        "HANKESALKKU_BIND": "0.0.0.0",
        "HANKESALKKU_PUBLIC_ADDRESS": "https://hankkeet.mallila.example",
        "HANKESALKKU_TRUSTED_PROXIES": "192.0.2.1",
    }
    ran = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=Path.cwd(),
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


def test_the_deployment_check_has_nothing_to_say(told: dict[str, Any]) -> None:
    assert "no issues" in str(told["check"])


def test_a_page_by_the_proxy(told: dict[str, Any]) -> None:
    status, headers, cookies = told["page"]
    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    csrf = cookies["__Host-hankesalkku_csrf"]
    assert (csrf["secure"], csrf["httponly"], csrf["samesite"], csrf["path"], csrf["domain"]) == (
        True,
        True,
        "Lax",
        "/",
        "",
    )


def test_the_sessions_cookie(told: dict[str, Any]) -> None:
    session = told["session"]["__Host-hankesalkku_session"]
    assert (
        session["secure"],
        session["httponly"],
        session["samesite"],
        session["path"],
        session["domain"],
    ) == (
        True,
        True,
        "Lax",
        "/",
        "",
    )


@pytest.mark.parametrize("name", ["plain", "stranger"])
def test_plain_http_answers_with_a_redirect_only(told: dict[str, Any], name: str) -> None:
    status, headers, cookies = told[name]
    assert (status, headers["Location"], cookies) == (301, "https://hankkeet.mallila.example/kirjaudu/", {})


@pytest.mark.parametrize("name", ["host", "loopback_host"])
def test_a_forged_host_is_refused(told: dict[str, Any], name: str) -> None:
    assert told[name][0] == 400


def test_a_forwarded_host_is_ignored(told: dict[str, Any]) -> None:
    assert told["forwarded_host"][0] == 200


def test_the_first_administrator_is_not_made_from_elsewhere(told: dict[str, Any]) -> None:
    assert told["first"][0] == 404


def test_the_monitor_is_answered_without_tls(told: dict[str, Any]) -> None:
    assert told["health"][0] == 200
