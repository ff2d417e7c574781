"""The pytest plugin that gives tests the site and its database, on the engine of HANKESALKKU_TEST_ENGINE.

`make test` runs everything on SQLite, then what is marked `database` on PostgreSQL. A test gets that mark by itself
when it asks for a database; one in the browser runs on PostgreSQL only if it carries `both_engines`.

A test with `db` runs in a transaction that is rolled back. After one that commits (`transactional_db`, the browser) the
database is laid anew from the template: faster than Django's flush, the rows of migrations stay, and the triggers that
keep the audit log from being emptied are never in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.support import postgres
from tests.support.databases import (
    TEMPLATE,
    Engine,
    chosen_engine,
    make_template,
)
from tests.support.session import session_databases, session_folder, session_server
from tests.support.tools import need

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "empty_database"}


# --- the session ------------------------------------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Make the marks known."""
    config.addinivalue_line("markers", "database: uses the database; set by itself, runs on both engines")
    config.addinivalue_line("markers", "both_engines: a browser test that runs on PostgreSQL too")


def pytest_report_header() -> str:
    """Say on which engine the session runs."""
    return f"database: {chosen_engine().value}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs on both engines, before `-m` looks at the marks."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        uses_database = bool(fixtures & DATABASE_FIXTURES) or item.get_closest_marker("django_db")
        if uses_database and ("browser" not in fixtures or item.get_closest_marker("both_engines")):
            item.add_marker("database")


# --- fixtures ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def database_engine() -> Engine:
    """Tell on which engine this session runs."""
    return chosen_engine()


@pytest.fixture(scope="session")
def database_name(worker_id: str) -> str:
    """Give the name of this process's database among `session_databases()`."""
    return f"test_{worker_id}"


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, database_name: str
) -> Iterator[None]:
    """Give this process a copy of the migrated template, and lay it anew after each test that commits."""
    from django.core.management import call_command
    from django.db import connection, connections
    from django.test import TransactionTestCase

    databases = session_databases()

    def use(name: str) -> None:
        connections.close_all()
        connection.settings_dict["NAME"] = databases.django_name(name)

    def migrate(name: str) -> None:
        use(name)
        call_command("migrate", verbosity=0, interactive=False)
        connections.close_all()

    def restore(_: TransactionTestCase) -> None:
        connections.close_all()
        databases.restore(TEMPLATE, database_name)

    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        make_template(session_folder(), databases, migrate)
        databases.copy(TEMPLATE, database_name)
        use(database_name)
        patch.setattr(TransactionTestCase, "_fixture_teardown", restore)
        yield
        connections.close_all()
        databases.drop(database_name)


@pytest.fixture
def database_url(transactional_db: None, database_name: str) -> str:
    """Give the address of this process's database, for a program that the test starts beside itself."""
    return session_databases().url(database_name)


@pytest.fixture
def empty_database(worker_id: str) -> Iterator[Callable[[], str]]:
    """Give a way to make databases with nothing in them, not even tables; each call gives another address."""
    databases, made = session_databases(), list[str]()

    def make() -> str:
        made.append(f"empty_{worker_id}_{len(made)}")
        databases.create(made[-1])
        return databases.url(made[-1])

    yield make
    for name in made:
        databases.drop(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """Give a PostgreSQL whatever the session's engine is, for tests that use both engines at once."""
    if chosen_engine() is Engine.POSTGRESQL:
        yield session_server()
        return
    need(postgres.missing())
    with postgres.running() as server:
        yield server
