"""The tutorial does what it says: its commands run in order, its table of corrections is followed, its lines come."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import openpyxl

REPOSITORY = Path(__file__).parents[2]
TUTORIAL = REPOSITORY / "docs" / "tutorial" / "README.md"
STEP = re.compile(
    r"^(?:<!-- (?P<mark>[^>]*) -->\n)?```(?P<kind>console|text)\n(?P<body>.*?)^```"
    r"|^\| (?P<row>\d+) \| (?P<column>[^|]+) \| (?P<value>[^|]+) \| [^|]+ \|$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Result:
    """What a block of commands printed, without the layout that a terminal's width and indentation give it."""

    output: str
    code: int


def run(commands: str, folder: Path) -> Result:
    shell = subprocess.run(
        ["bash", "-c", commands],
        cwd=folder,
        env={**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Result(squeezed(shell.stdout + shell.stderr), shell.returncode)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def prepare(folder: Path) -> None:
    """Lay the folder out as a user has it after the set-up: the examples, and the command on the path."""
    (folder / "examples").symlink_to(REPOSITORY / "examples")
    (folder / "bin").mkdir()
    command = folder / "bin" / "hankesalkku"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hankesalkku "$@"\n', encoding="utf-8")
    command.chmod(0o755)


def correct(path: Path, step: re.Match[str]) -> None:
    """Do by program what the table tells to do by hand: type into one cell."""
    book = openpyxl.load_workbook(path)
    sheet = book["Hankkeet"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    value = step["value"].strip()
    cell = sheet.cell(int(step["row"]), columns[step["column"].strip()])
    cell.value = int(value) if value.isdigit() else value
    book.save(path)


def test_tutorial_does_what_it_says(tmp_path: Path) -> None:
    prepare(tmp_path)
    result = Result("", 0)
    corrections = 0
    for step in STEP.finditer(TUTORIAL.read_text(encoding="utf-8")):
        if step["row"]:
            correct(tmp_path / "hankkeet.xlsx", step)
            corrections += 1
        elif step["kind"] == "text":
            missing = [
                line for line in step["body"].splitlines() if squeezed(line).strip() not in result.output
            ]
            assert missing == [], result.output
        elif step["mark"] != "install":
            result = run(step["body"], tmp_path)
            expected = int(step["mark"].removeprefix("exit ")) if step["mark"] else 0
            assert result.code == expected, f"{step['body']}{result.output}"

    assert corrections == 10
    assert (tmp_path / "raportti-uusi.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "raportti-uusi.docx").exists()
