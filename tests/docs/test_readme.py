"""The first screen of the README says what it must, and the commands it shows exist."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import hankesalkku
from tests.support.shell import prepare, run

REPOSITORY = Path(__file__).parents[2]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])
FENCE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def console_lines(text: str) -> list[str]:
    """Give the lines of the shell examples of a page."""
    return [line for block in FENCE.findall(text) for line in block.splitlines()]


def make_targets(text: str) -> set[str]:
    """Name the make targets that a page speaks of, in examples and in running text."""
    lines = "\n".join([*console_lines(text), *re.findall(r"`(make [^`]*)`", text)])
    return set(re.findall(r"\bmake ([a-z][a-z-]*)\b", lines))


def test_first_screen_says_what_it_must() -> None:
    finnish, _, english = README.partition("## In English")

    assert "Kokeile omalla raportillasi – tiedosto ei lähde koneeltasi" in finnish
    assert "docs/images/report.png" in finnish
    assert console_lines(finnish)[0].startswith("make run")
    assert console_lines(finnish)[1].startswith("make test")
    assert [m.group(1) for m in re.finditer(r"\| (\d+ min) \|", finnish)] == [
        "15 min",
        "30 min",
        "5 min",
        "2 min",
    ]
    assert "only the first" in english


def test_commands_of_the_first_screen_do_what_they_say(tmp_path: Path) -> None:
    prepare(tmp_path)
    finnish, _, _ = README.partition("## In English")
    commands = [line for line in console_lines(finnish) if line.startswith(".venv/bin/hankesalkku")]
    (tmp_path / "raportti.pdf").write_bytes((tmp_path / "examples" / "mallila" / "report.pdf").read_bytes())

    assert [run(command, tmp_path).code for command in commands] == [1, 0, 0]
    assert (tmp_path / "raportti-uusi.pdf").exists()


def test_picture_is_small() -> None:
    assert (REPOSITORY / "docs" / "images" / "report.png").stat().st_size < 200_000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_make_targets_of_page_exist(page: Path) -> None:
    for target in make_targets(page.read_text(encoding="utf-8")):
        subprocess.run(["make", "--dry-run", target], cwd=REPOSITORY, check=True, capture_output=True)


def test_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == hankesalkku.__version__


def test_licence_is_the_full_text() -> None:
    text = (REPOSITORY / "LICENSE").read_text(encoding="utf-8")

    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert [n for n in range(1, 16) if f"\n{n}." not in text] == []
    assert "Compatible Licences" in text
