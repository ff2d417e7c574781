"""Whole processes: what only a shell sees."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.text_report import REPORT, a_file

HEAVY = {"django", "rich", "typst", "pikepdf", "docx", "lxml", "shtab", "openpyxl", "pypdfium2", "xlsxwriter"}
COMMAND = [sys.executable, "-m", "hankesalkku"]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a fresh interpreter."""
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), **environment}
    return subprocess.run(
        [*COMMAND, *arguments], env=settings, capture_output=True, encoding="utf-8", check=False
    )


def test_process_reads_a_file(tmp_path: Path) -> None:
    done = run("read", a_file(tmp_path))

    assert done.returncode == 0
    assert len(json.loads(done.stdout)["cards"]) == 2


def test_process_loads_no_django_and_no_heavy_library(tmp_path: Path) -> None:
    program = (
        "import sys; from hankesalkku.__main__ import main; main(sys.argv[1:]);"
        f"print(*sorted({{m.partition('.')[0] for m in sys.modules}} & {HEAVY!r}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "read", a_file(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stderr.strip() == ""


def test_process_whose_reader_leaves_is_quiet(tmp_path: Path) -> None:
    path = a_file(tmp_path, REPORT * 40)
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    with subprocess.Popen(
        [*COMMAND, "read", path], env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""

    assert process.returncode == 141


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"LC_ALL": "sv_FI.UTF-8"}, "filen finns inte"),
        ({"LC_ALL": "en_GB.UTF-8"}, "there is no such file"),
        ({"LC_ALL": "C"}, "tiedostoa ei löydy"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR.UTF-8"}, "tiedostoa ei löydy"),
    ],
)
def test_process_speaks_the_language_of_its_locale(settings: dict[str, str], said: str) -> None:
    done = run("read", "none.pdf", **settings)

    assert done.returncode == 3
    assert said in done.stderr


def test_process_writes_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    done = run("check", a_file(tmp_path), LC_ALL="C", PYTHONIOENCODING="ascii")

    assert "Päivämäärää 31.712.2023 ei ole" in done.stdout


def test_process_leaves_colours_out_of_pipes(tmp_path: Path) -> None:
    done = run("check", a_file(tmp_path), FORCE_COLOR="1")

    assert "\x1b" not in done.stdout
