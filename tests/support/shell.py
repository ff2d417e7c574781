"""Runs the shell examples of the documentation, in a folder laid out as a user has it after the set-up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
BIN = Path(".venv") / "bin"


@dataclass(frozen=True)
class Result:
    """What commands printed, without the layout that a terminal's width and indentation give it."""

    output: str
    code: int


def prepare(folder: Path) -> None:
    """Lay out the examples and the command."""
    (folder / "examples").symlink_to(REPOSITORY / "examples")
    (folder / BIN).mkdir(parents=True)
    command = folder / BIN / "hankesalkku"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hankesalkku "$@"\n', encoding="utf-8")
    command.chmod(0o755)


def run(commands: str, folder: Path) -> Result:
    """Run commands in Finnish, with the set-up's commands on the path."""
    shell = subprocess.run(
        ["bash", "-c", commands],
        cwd=folder,
        env={**os.environ, "PATH": f"{folder / BIN}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Result(squeezed(shell.stdout + shell.stderr), shell.returncode)


def squeezed(text: str) -> str:
    """Fold white space."""
    return re.sub(r"\s+", " ", text)
