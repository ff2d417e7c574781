"""The folders, the server and the settings of one test session, ready before any test module is imported.

All processes of a session share a folder and a server; each has a data folder of its own. Worker processes find the
shared ones through the environment that they inherit.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.support import postgres
from tests.support.databases import Databases, Engine, PostgresDatabases, SqliteDatabases, chosen_engine

FOLDER_VARIABLE = "HANKESALKKU_TEST_FOLDER"
SOCKET_VARIABLE = "HANKESALKKU_TEST_POSTGRES"
WORKER_VARIABLE = "PYTEST_XDIST_WORKER"
KEPT_PREFIXES = ("HANKESALKKU_TEST_", "HANKESALKKU_SAMPLE", "HANKESALKKU_HOSTILE")


@dataclass(frozen=True, slots=True)
class Session:
    """What this process has to clear away; `missing` says why nothing can run."""

    data_folder: Path
    is_worker: bool
    keeper: subprocess.Popen[bytes] | None
    missing: str | None


def begin() -> Session:
    """Make folders, start PostgreSQL if it is the session's engine, and load the site with settings for tests.

    Whatever HANKESALKKU_… the person's shell has set is forgotten, but for what is meant for the tests.
    """
    is_worker = WORKER_VARIABLE in os.environ
    keeper = None
    missing = postgres.missing() if chosen_engine() is Engine.POSTGRESQL else None
    if not is_worker:
        os.environ[FOLDER_VARIABLE] = tempfile.mkdtemp(prefix="hankesalkku-tests-")
        os.environ[SOCKET_VARIABLE] = "/nowhere"
        if chosen_engine() is Engine.POSTGRESQL and not missing:
            keeper, server = postgres.start()
            os.environ[SOCKET_VARIABLE] = str(server.folder)
    data_folder = Path(tempfile.mkdtemp(prefix="data-", dir=session_folder()))
    (data_folder / "static").mkdir()
    for name in [name for name in os.environ if name.startswith("HANKESALKKU_")]:
        if not name.startswith(KEPT_PREFIXES):
            del os.environ[name]
    os.environ["HANKESALKKU_DATA_DIR"] = str(data_folder)
    os.environ["HANKESALKKU_DATABASE_URL"] = session_databases().url("unused")
    _load_site()
    return Session(data_folder, is_worker, keeper, missing)


def end(session: Session) -> None:
    """Stop the server and remove what the session wrote."""
    shutil.rmtree(session.data_folder, ignore_errors=True)
    if session.keeper:
        postgres.stop(session.keeper)
    if not session.is_worker:
        shutil.rmtree(session_folder(), ignore_errors=True)


def session_folder() -> Path:
    """Give the folder that all processes of the session share."""
    return Path(os.environ[FOLDER_VARIABLE])


def session_server() -> postgres.Server:
    """Give the server of a session on PostgreSQL."""
    return postgres.Server(Path(os.environ[SOCKET_VARIABLE]))


def session_databases() -> Databases:
    """Give the databases of this session."""
    if chosen_engine() is Engine.POSTGRESQL:
        return PostgresDatabases(session_server())
    return SqliteDatabases(session_folder())


def _load_site() -> None:
    """Load the site's settings and models.

    The variable is taken away again: a worker process that inherited it would load the settings before it has folders.
    """
    import django
    from django.conf import settings

    if settings.configured:
        raise RuntimeError("unset DJANGO_SETTINGS_MODULE: the tests choose the site's settings themselves")
    os.environ["DJANGO_SETTINGS_MODULE"] = "hankesalkku.config.settings"
    django.setup()
    del os.environ["DJANGO_SETTINGS_MODULE"]
