"""A throw-away PostgreSQL: its own folder and socket, no network, no fsync; up in half a second, gone with the tests.

A keeper process starts the server and waits at a pipe from the tests. However they end (also by `kill -9`), the pipe
closes; the keeper then stops the server and removes the folder. PostgreSQL refuses to run as root: root's tests run it
as the user that Debian's package made.
"""

from __future__ import annotations

import functools
import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

SERVER_USER = "postgres"
ROLE = "hankesalkku"
STOP_TIMEOUT_S = 30
OPTIONS = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    " -c max_connections=100 -c timezone=UTC -c log_min_messages=warning"
)
KEEPER = """
set -eu
"$1/initdb" -D "$2/data" -U "$3" -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$2/log" 2>&1
"$1/pg_ctl" -D "$2/data" -l "$2/log" -w -o "$4 -c unix_socket_directories='$2'" start >>"$2/log" 2>&1
echo ready
cat >/dev/null || true
"$1/pg_ctl" -D "$2/data" -m immediate -w stop >>"$2/log" 2>&1 || true
rm -rf "$2"
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `folder` holds its socket, and databases are named, made and dropped here."""

    folder: Path

    def url(self, name: str) -> str:
        """Give the address of one database as HANKESALKKU_DATABASE_URL takes it."""
        return f"postgresql://{ROLE}@/{quote(name)}?host={quote(str(self.folder), safe='/')}"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database, a copy of another one if told so, and give its address."""
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
        if self.version < 150_000:
            statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self._execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    @property
    def version(self) -> int:
        """Tell the version as PostgreSQL counts it: 150018 is 15.18."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            return connection.info.server_version

    def _execute(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)


@functools.cache
def programs() -> Path | None:
    """Find the folder of the newest server's programs, or None; Debian keeps them off the search path."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: [int(part) for part in re.findall(r"\d+", folder.parent.name)])
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def missing() -> str | None:
    """Tell what the throw-away server lacks on this machine, or None."""
    if programs() is None:
        return "PostgreSQL's server is not installed: apt-get install postgresql"
    if os.geteuid() == 0 and _server_user() is None:
        return (
            f"PostgreSQL does not run as root and there is no user {SERVER_USER}: apt-get install postgresql"
        )
    return None


@contextmanager
def running() -> Iterator[Server]:
    """Run a server as long as the block lasts.

    Raises:
        RuntimeError: it did not start; the message ends with its log.
    """
    keeper, server = start()
    try:
        yield server
    finally:
        stop(keeper)


def start() -> tuple[subprocess.Popen[bytes], Server]:
    """Start a server with its keeper; hand the keeper to `stop` at the end, or just die.

    Raises:
        RuntimeError: it did not start; the message ends with its log.
    """
    reason, folder_of_programs = missing(), programs()
    if reason or folder_of_programs is None:
        raise RuntimeError(reason)
    # A socket's path may have 107 bytes: not below the long paths of pytest's temporary folders.
    folder = Path(tempfile.mkdtemp(prefix="hankesalkku-pg-", dir="/tmp"))
    user = _server_user() if os.geteuid() == 0 else None
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    keeper = subprocess.Popen(
        ["sh", "-c", KEEPER, "sh", str(folder_of_programs), str(folder), ROLE, OPTIONS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd="/",
        start_new_session=True,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )
    assert keeper.stdout is not None
    if keeper.stdout.readline() != b"ready\n":
        log = (folder / "log").read_text(errors="replace") if (folder / "log").exists() else ""
        shutil.rmtree(folder, ignore_errors=True)
        raise RuntimeError(f"PostgreSQL did not start: {log[-2000:]}")
    return keeper, Server(folder)


def stop(keeper: subprocess.Popen[bytes]) -> None:
    """Stop a server and wait until its folder is gone."""
    keeper.communicate(timeout=STOP_TIMEOUT_S)


def _server_user() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(SERVER_USER)
    except KeyError:
        return None
