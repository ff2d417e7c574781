"""The databases of a test session: migrated once into a template, copied for each process and after each commit.

`HANKESALKKU_TEST_ENGINE` says on which engine the session runs. All its processes share one folder, in which the
template of SQLite and a mark that the template is ready lie; PostgreSQL keeps its template in the throw-away server.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Protocol

from tests.support import postgres

ENGINE_VARIABLE = "HANKESALKKU_TEST_ENGINE"
TEMPLATE = "template"
REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src" / "hankesalkku"
CACHE = REPOSITORY / ".tools" / "test-database"


class Engine(StrEnum):
    """A database engine that the register runs on."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


def chosen_engine() -> Engine:
    """Tell on which engine this session runs.

    Raises:
        ValueError: the variable names no engine.
    """
    return Engine(os.environ.get(ENGINE_VARIABLE) or Engine.SQLITE)


class Databases(Protocol):
    """What a session does with databases, the same on both engines; a name is short and plain."""

    def url(self, name: str) -> str:
        """Give the address as HANKESALKKU_DATABASE_URL takes it."""

    def django_name(self, name: str) -> str:
        """Give what Django's settings call NAME."""

    def create(self, name: str) -> None:
        """Make an empty database."""

    def copy(self, template: str, name: str) -> None:
        """Make a database that equals another one, to which nobody is connected."""

    def restore(self, template: str, name: str) -> None:
        """Make an existing database equal to the template again, whatever its triggers forbid."""

    def drop(self, name: str) -> None:
        """Remove a database, if it is there."""


@dataclass(frozen=True, slots=True)
class SqliteDatabases:
    """Files in the session's folder."""

    folder: Path

    def url(self, name: str) -> str:
        return f"sqlite:///{self.django_name(name)}"

    def django_name(self, name: str) -> str:
        return str(self.folder / f"{name}.sqlite3")

    def create(self, name: str) -> None:
        self.drop(name)

    def copy(self, template: str, name: str) -> None:
        self.drop(name)
        shutil.copyfile(self.django_name(template), self.django_name(name))

    def restore(self, template: str, name: str) -> None:
        with (
            closing(sqlite3.connect(self.django_name(template))) as source,
            closing(sqlite3.connect(self.django_name(name))) as target,
        ):
            source.backup(target)

    def drop(self, name: str) -> None:
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(self.django_name(name) + ending).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class PostgresDatabases:
    """Databases of the throw-away server."""

    server: postgres.Server

    def url(self, name: str) -> str:
        return self.server.url(name)

    def django_name(self, name: str) -> str:
        return name

    def create(self, name: str) -> None:
        self.server.drop(name)
        self.server.create(name)

    def copy(self, template: str, name: str) -> None:
        self.server.drop(name)
        self.server.create(name, template=template)

    def restore(self, template: str, name: str) -> None:
        self.copy(template, name)

    def drop(self, name: str) -> None:
        self.server.drop(name)


def make_template(folder: Path, databases: Databases, migrate: Callable[[str], None]) -> None:
    """Make the session's template unless another process of the session has: `migrate` fills the named database.

    To migrate takes seconds: a file of the embedded engine is kept for the next session, as long as no source changes
    that could have made it another one.
    """
    ready = folder / "template-ready"
    kept = CACHE / f"{_digest_of_sources()}.sqlite3" if isinstance(databases, SqliteDatabases) else None
    with locked(folder / "template-lock"):
        if ready.exists():
            return
        if not kept or not _taken(kept, Path(databases.django_name(TEMPLATE))):
            databases.create(TEMPLATE)
            migrate(TEMPLATE)
            if kept:
                _keep(Path(databases.django_name(TEMPLATE)), kept)
        ready.touch()


def _taken(kept: Path, template: Path) -> bool:
    """Take a kept file; tell whether it was there, which another session may end at any time."""
    try:
        shutil.copyfile(kept, template)
    except FileNotFoundError:
        return False
    return True


def _digest_of_sources() -> str:
    """Digest all that a migration can reach: by the import rules, store and what lies below it, and the settings."""
    digest = hashlib.sha256()
    for name in ("Django", "django-allauth"):
        digest.update(f"{name} {metadata.version(name)}\0".encode())
    for room in ("config", "store", "lexicon", "core"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            digest.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _keep(made: Path, kept: Path) -> None:
    """Keep a file in place of those kept before; several sessions may do so at once."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=CACHE, delete=False) as file:
        file.write(made.read_bytes())
    Path(file.name).replace(kept)
    for earlier in set(CACHE.glob("*.sqlite3")) - {kept}:
        earlier.unlink(missing_ok=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time do something; a process that dies gives the lock back."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
