"""The locks: a hash for every version, no address, and one reasoned line for every package chosen."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
LOCKS = sorted((REPOSITORY / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))


def plain(requirement: str) -> str:
    """Give the bare name of a requirement: no extra, no version, one spelling."""
    name = re.split(r"[\s\[<>=!~;]", requirement.strip(), maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(path: Path) -> set[str]:
    """Name the packages of a lock."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {plain(line) for line in lines if line and not line.startswith((" ", "#"))}


def decided() -> set[str]:
    """Name the packages of docs/decisions/dependencies.md."""
    text = (REPOSITORY / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    cells = [cell for cell in re.findall(r"^\| ([^|]+) \|", text, flags=re.MULTILINE) if cell[0].isalpha()]
    return {plain(name) for cell in cells for name in cell.split(",")} - {"package"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_has_a_hash_for_every_version(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]

    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_locks_hold_what_the_project_asks_for() -> None:
    run = {plain(name) for name in PROJECT["project"]["dependencies"]}
    groups = {name: {plain(p) for p in packages} for name, packages in PROJECT["dependency-groups"].items()}
    folder = REPOSITORY / "requirements"

    assert run <= locked(folder / "run.txt")
    assert groups["build"] <= locked(folder / "build.txt")
    assert run | groups["build"] | groups["dev"] <= locked(folder / "dev.txt")


def test_every_dependency_is_a_decision() -> None:
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    asked += [name for group in PROJECT["dependency-groups"].values() for name in group]

    assert {plain(name) for name in asked} == decided()
