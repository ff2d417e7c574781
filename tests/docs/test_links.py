"""Every link of the documentation leads somewhere, and every proof of a requirement exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])
REQUIREMENTS = REPOSITORY / "docs" / "reference" / "requirements.tsv"
LINK = re.compile(r"\]\(([^)#\s]+)")


def tests_of(path: Path) -> set[str]:
    """Name the test functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def is_proof(proof: str) -> bool:
    """Tell whether a proof (`path` or `path::test`) exists."""
    name, _, test = proof.partition("::")
    path = REPOSITORY / name
    return path.exists() and (not test or test in tests_of(path))


def requirement_rows() -> list[list[str]]:
    """Read the table of requirements without its header."""
    return [line.split("\t") for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_links_of_page_exist(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]

    assert [target for target in local if not (page.parent / target).exists()] == []


def test_requirements_name_proofs_that_exist() -> None:
    rows = requirement_rows()

    assert rows
    assert [row for row in rows if len(row) != 3 or not is_proof(row[2])] == []


def test_requirements_are_listed_once() -> None:
    lines = [tuple(row) for row in requirement_rows()]

    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("proof", ["tests/docs/none.py", "tests/docs/test_links.py::test_none"])
def test_is_proof_rejects_what_does_not_exist(proof: str) -> None:
    assert not is_proof(proof)
