"""The throw-away PostgreSQL of the tests: it serves, copies databases and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.support import postgres
from tests.support.tools import need

REPOSITORY = Path(__file__).parents[2]
DIES_AT_ONCE = """
import os, signal
from tests.support import postgres
keeper, server = postgres.start()
print(server.folder, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    need(postgres.missing())
    with postgres.running() as running:
        yield running


def processes_naming(folder: str) -> list[str]:
    """Find the processes whose command line names a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if folder in command:
            found.append(command)
    return found


def test_copy_has_what_the_template_had(server: postgres.Server) -> None:
    with psycopg.connect(server.create("first"), autocommit=True) as connection:
        connection.execute("CREATE TABLE hanke (nimi text)")
        connection.execute("INSERT INTO hanke VALUES ('Kolmiportainen tuki')")

    with psycopg.connect(server.create("second", template="first")) as connection:
        assert connection.execute("SELECT nimi FROM hanke").fetchall() == [("Kolmiportainen tuki",)]


def test_drop_ends_open_connections(server: postgres.Server) -> None:
    with psycopg.connect(server.create("in_use"), autocommit=True) as connection:
        server.drop("in_use")

        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")


def test_no_network(server: postgres.Server) -> None:
    with psycopg.connect(server.url("postgres")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_killed_tests_leave_no_server() -> None:
    need(postgres.missing())
    killed = subprocess.run(
        [sys.executable, "-c", DIES_AT_ONCE],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    folder = killed.stdout.strip()

    assert killed.returncode == -signal.SIGKILL
    assert folder
    for _ in range(300):
        if not Path(folder).exists() and not processes_naming(folder):
            break
        time.sleep(0.1)
    assert not Path(folder).exists()
    assert processes_naming(folder) == []
