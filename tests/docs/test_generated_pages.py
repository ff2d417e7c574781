"""Pages that a program makes are what it makes now."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from hankesalkku.core.findings.run import catalogue

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("program", "name"),
    [("make_findings_reference.py", "findings.md"), ("make_words.py", "words.md")],
)
def test_page_is_what_its_program_makes(program: str, name: str) -> None:
    made = runpy.run_path(str(REPOSITORY / "tools" / program))

    assert (REPOSITORY / "docs" / "reference" / name).read_text(encoding="utf-8") == made["page"](), (
        f"run .venv/bin/python tools/{program}"
    )


def test_every_rule_has_its_entry() -> None:
    text = (REPOSITORY / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")

    assert [code for code in catalogue() if f"### `{code}`\n" not in text] == []
