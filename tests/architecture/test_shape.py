"""House rules about the shape of the code (CONTRIBUTING.md): size, clocks, docstrings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "hankesalkku"
MODULES = sorted(SOURCE.rglob("*.py"))
BELOW_THE_SHELLS = ("core", "lexicon", "ingest", "writers")
DOCUMENTED = ("core", "ingest", "writers")

DATA_TABLES = ("core/reference/", "core/card/fields.py", "lexicon/words/", "store/migrations/")
"""Files that are tables in Python's notation: as long as what they list."""
MODULE_LINES = 400
FUNCTION_LINES = 60

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)


def place(path: Path, node: ast.AST | None = None, name: str = "") -> str:
    """Name a spot as editors like it."""
    line = f":{getattr(node, 'lineno', 1)}" if node is not None else ""
    return f"{path.relative_to(SOURCE)}{line} {name}".strip()


def of_layers(*layers: str) -> Iterator[tuple[Path, ast.Module]]:
    """Parse the modules of some layers."""
    for path in MODULES:
        if path.relative_to(SOURCE).parts[0] in layers:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without its docstring, from `def` to its last statement."""
    text = node.body[0]
    is_documented = isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
    documentation = (text.end_lineno or 0) - text.lineno + 1 if is_documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - documentation


def clocks(tree: ast.AST) -> Iterator[ast.Attribute]:
    """Find `date.today`, `datetime.now`, `datetime.utcnow`, `time.time` and their like, called or handed on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            if (owner, node.attr) in CLOCKS:
                yield node


CLOCKS = {
    ("date", "today"),
    ("datetime", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("time", "localtime"),
    ("time", "gmtime"),
}


def undocumented(path: Path, body: list[ast.stmt], prefix: str = "") -> Iterator[str]:
    """Name the public functions and classes without a docstring, methods of public classes included."""
    for node in body:
        if not isinstance(node, (*type_of_function, ast.ClassDef)) or node.name.startswith("_"):
            continue
        is_overload = any(ast.unparse(d).endswith("overload") for d in node.decorator_list)
        if ast.get_docstring(node) is None and not is_overload:
            yield place(path, node, prefix + node.name)
        if isinstance(node, ast.ClassDef):
            yield from undocumented(path, node.body, f"{node.name}.")


def test_modules_are_short() -> None:
    long = [
        f"{place(path)} ({lines} lines)"
        for path in MODULES
        if not path.relative_to(SOURCE).as_posix().startswith(DATA_TABLES)
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_LINES
    ]

    assert long == []


def test_functions_are_short() -> None:
    long = [
        f"{place(path, node, node.name)} ({length(node)} lines)"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, type_of_function) and length(node) > FUNCTION_LINES
    ]

    assert long == []


def test_no_clock_below_the_shells() -> None:
    found = [
        place(path, node, ast.unparse(node))
        for path, tree in of_layers(*BELOW_THE_SHELLS)
        for node in clocks(tree)
    ]

    assert found == []


def test_public_functions_have_docstrings() -> None:
    found = [name for path, tree in of_layers(*DOCUMENTED) for name in undocumented(path, tree.body)]

    assert found == []


@pytest.mark.parametrize("clock", ["date.today()", "datetime.datetime.now(tz=UTC)", "f(time.time)"])
def test_clocks_finds(clock: str) -> None:
    assert len(list(clocks(ast.parse(clock)))) == 1


def test_undocumented_finds_method() -> None:
    tree = ast.parse('class A:\n    """A."""\n    def b(self): pass\n    def _c(self): pass')

    assert list(undocumented(SOURCE / "a.py", tree.body)) == ["a.py:3 A.b"]
