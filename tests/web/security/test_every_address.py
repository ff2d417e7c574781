from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import pytest
from django.apps import apps
from django.test import Client

from hankesalkku.store.models import SignInSession
from tests.support.addresses import Address, addresses

POLICY = {
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
SANDBOX = "sandbox"
"""Files that people uploaded come with a policy of their own, stricter than the pages' (H13)."""
PUBLIC_TO_KEEP = {"app/<slug:slug>/teema.css"}
EVERY = pytest.mark.parametrize("address", addresses(), ids=str)


def assert_headers(headers: Mapping[str, str]) -> None:
    policy = headers["Content-Security-Policy"]
    if SANDBOX not in policy:
        assert {part.strip() for part in policy.split(";")} == POLICY
    assert "unsafe" not in policy
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers.get("Content-Type", "text/html; charset=utf-8").startswith(
        ("text/", "application/", "image/")
    )
    if headers.get("Content-Type", "").startswith("text/"):
        assert "charset=utf-8" in headers["Content-Type"]


@EVERY
def test_signed_out(client: Client, everything: UUID, address: Address) -> None:
    answer = client.get(address.path)
    assert answer.status_code < 500
    assert_headers(answer.headers)


@EVERY
def test_signed_in(inside: Client, address: Address) -> None:
    answer = inside.get(address.path)
    assert answer.status_code < 500
    assert_headers(answer.headers)
    if address.route not in PUBLIC_TO_KEEP:
        assert "no-store" in answer["Cache-Control"]


@EVERY
def test_get_changes_no_row(inside: Client, address: Address) -> None:
    inside.get(address.path)
    before = rows()
    inside.get(address.path)
    inside.head(address.path)
    assert rows() == before


@EVERY
def test_an_unsafe_request_needs_the_forms_secret(everything: UUID, inside: Client, address: Address) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = inside.cookies
    before = rows()
    answer = strict.post(address.path, {"next": "/"})
    assert answer.status_code in (403, 404, 405)
    assert_headers(answer.headers)
    assert rows() == before


@EVERY
@pytest.mark.parametrize("method", ["TRACE", "PUT", "PATCH", "DELETE", "CONNECT", "PROPFIND"])
def test_a_method_that_no_page_has(client: Client, db: None, address: Address, method: str) -> None:
    assert client.generic(method, address.path).status_code == 405


def rows() -> dict[str, object]:
    """Count the rows of each table but sessions, and take the versions of those that have one."""
    found: dict[str, object] = {}
    for model in apps.get_models():
        if model is SignInSession:
            continue
        manager = model._default_manager
        has_version = any(field.name == "version" for field in model._meta.fields)
        found[model._meta.label] = (
            sorted(manager.values_list("pk", "version"), key=str) if has_version else manager.count()
        )
    return found
