"""The pytest plugin that gives tests the site and its database, on the engine of HANKESALKKU_TEST_ENGINE.

`make test` runs everything on SQLite, then what is marked `database` on PostgreSQL. A test gets that mark by itself
when it asks for a database; one in the browser runs on PostgreSQL only if it carries `both_engines`.

A test with `db` runs in a transaction that is rolled back. After one that commits (`transactional_db`, the browser) the
database is laid anew from the template: faster than Django's flush, the rows of migrations stay, and the triggers that
keep the audit log from being emptied are never in the way.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.support import postgres
from tests.support.databases import (
    TEMPLATE,
    Databases,
    Engine,
    PostgresDatabases,
    SqliteDatabases,
    chosen_engine,
    make_template,
)

FOLDER_VARIABLE = "HANKESALKKU_TEST_FOLDER"
SOCKET_VARIABLE = "HANKESALKKU_TEST_POSTGRES"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "empty_database"}
KEEPER = pytest.StashKey[subprocess.Popen[bytes]]()
DATA_FOLDER = pytest.StashKey[Path]()


# --- the session ------------------------------------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    """Point the site's settings to the session's engine and to folders of its own, then load them."""
    config.addinivalue_line("markers", "database: uses the database; set by itself, runs on both engines")
    config.addinivalue_line("markers", "both_engines: a browser test that runs on PostgreSQL too")
    if config.option.help or config.option.version:
        return
    if not hasattr(config, "workerinput"):
        _open_session(config)
    config.stash[DATA_FOLDER] = Path(tempfile.mkdtemp(prefix="data-", dir=_session_folder()))
    for name in [name for name in os.environ if name.startswith("HANKESALKKU_")]:
        if not name.startswith("HANKESALKKU_TEST_") and name != "HANKESALKKU_SAMPLE":
            del os.environ[name]
    os.environ["HANKESALKKU_DATA_DIR"] = str(config.stash[DATA_FOLDER])
    os.environ["HANKESALKKU_DATABASE_URL"] = session_databases().url("unused")
    _load_settings()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove what the session wrote."""
    if DATA_FOLDER in config.stash:
        shutil.rmtree(config.stash[DATA_FOLDER], ignore_errors=True)
    if KEEPER in config.stash:
        postgres.stop(config.stash[KEEPER])
    if DATA_FOLDER in config.stash and not hasattr(config, "workerinput"):
        shutil.rmtree(_session_folder(), ignore_errors=True)


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


def session_databases() -> Databases:
    """Give the databases of this session."""
    if chosen_engine() is Engine.POSTGRESQL:
        return PostgresDatabases(postgres.Server(Path(os.environ[SOCKET_VARIABLE])))
    return SqliteDatabases(_session_folder())


def _open_session(config: pytest.Config) -> None:
    """Make what all processes of the session share; they find it through the environment that they inherit."""
    if chosen_engine() is Engine.POSTGRESQL and (reason := postgres.missing()):
        strict = os.environ.get("HANKESALKKU_TEST_STRICT") == "1"
        pytest.exit(f"No test runs on PostgreSQL: {reason}", returncode=1 if strict else 0)
    os.environ[FOLDER_VARIABLE] = tempfile.mkdtemp(prefix="hankesalkku-tests-")
    if chosen_engine() is Engine.POSTGRESQL:
        config.stash[KEEPER], server = postgres.start()
        os.environ[SOCKET_VARIABLE] = str(server.folder)


def _load_settings() -> None:
    """Load the site's settings; pytest-django sets the framework up in its pytest_configure, which comes last.

    The variable is taken away again: a worker process that inherited it would load the settings before it has folders.
    """
    from django.conf import settings

    if settings.configured:
        raise pytest.UsageError(
            "unset DJANGO_SETTINGS_MODULE: the tests choose the site's settings themselves"
        )
    os.environ["DJANGO_SETTINGS_MODULE"] = "hankesalkku.config.settings"
    assert settings.DATABASES
    del os.environ["DJANGO_SETTINGS_MODULE"]


def _session_folder() -> Path:
    return Path(os.environ[FOLDER_VARIABLE])


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
        make_template(_session_folder(), databases, migrate)
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
    from tests.support.tools import need

    if chosen_engine() is Engine.POSTGRESQL:
        yield postgres.Server(Path(os.environ[SOCKET_VARIABLE]))
        return
    need(postgres.missing())
    with postgres.running() as server:
        yield server
