"""The tutorial does what it says: its commands run in order, its table of corrections is followed, its lines come."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl

from tests.support.shell import REPOSITORY, Result, prepare, run, squeezed

TUTORIAL = REPOSITORY / "docs" / "tutorial" / "README.md"
STEP = re.compile(
    r"^(?:<!-- (?P<mark>[^>]*) -->\n)?```(?P<kind>console|text)\n(?P<body>.*?)^```"
    r"|^\| (?P<row>\d+) \| (?P<column>[^|]+) \| (?P<value>[^|]+) \| [^|]+ \|$",
    re.MULTILINE | re.DOTALL,
)


def correct(path: Path, step: re.Match[str]) -> None:
    """Do by program what the table tells to do by hand: type into one cell."""
    book = openpyxl.load_workbook(path)
    sheet = book["Hankkeet"]
    columns = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
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
