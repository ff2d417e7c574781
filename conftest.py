"""Puts the site behind every test, doctests of src/ included: settings have to be loaded before any model is."""

from __future__ import annotations

import os

import pytest

from tests.support import session

pytest_plugins = ("tests.support.django_databases",)

SESSION = session.begin()


def pytest_configure() -> None:
    """Run nothing on an engine that this machine does not have."""
    if SESSION.missing:
        strict = os.environ.get("HANKESALKKU_TEST_STRICT") == "1"
        pytest.exit(f"No test runs on PostgreSQL: {SESSION.missing}", returncode=1 if strict else 0)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    session.end(SESSION)
