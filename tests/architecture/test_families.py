"""Import rules 9 and 10: one format knows nothing of another.

The parts of one format begin with its name: `pdf_lines` and `pdf_words` are of the family `pdf`. A family imports
itself and what is listed here as shared; shared parts import shared parts only. A module `above` may know all families.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"


@dataclass(frozen=True, slots=True)
class Room:
    """A package of families: its dotted name, the parts that all may use, the parts that may know all."""

    name: str
    shared: frozenset[str] = field(default=frozenset())
    above: frozenset[str] = field(default=frozenset())


ROOMS = (
    Room(
        "hankesalkku.ingest.read",
        shared=frozenset({"archive", "decoding", "office_package", "sheet", "story", "stream", "xml"}),
    ),
    Room("hankesalkku.writers"),
)


def family(module: str) -> str:
    """Name the family of a module: what stands before the first underscore."""
    return module.partition("_")[0]


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Give the dotted names that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def strangers(room: Room, module: str, tree: ast.AST) -> list[str]:
    """Name the modules of the room that a module imports though they belong to another family."""
    if module in room.above:
        return []
    prefix = f"{room.name}."
    targets = {
        name[len(prefix) :].partition(".")[0] for name in imported_names(tree) if name.startswith(prefix)
    }
    kin = set() if module in room.shared else {t for t in targets if family(t) == family(module)}
    return sorted(targets - room.shared - kin)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_families_do_not_know_each_other(room: Room) -> None:
    folder = SOURCE / room.name.replace(".", "/")
    found = [
        f"{path.relative_to(SOURCE)} imports {stranger}"
        for path in sorted(folder.rglob("*.py"))
        for stranger in strangers(
            room,
            path.relative_to(folder).with_suffix("").parts[0],
            ast.parse(path.read_text(encoding="utf-8")),
        )
    ]

    assert found == []


@pytest.mark.parametrize(
    ("module", "line", "expected"),
    [
        ("pdf", "from hankesalkku.x.pdf_lines import Line", []),
        ("pdf_lines", "from hankesalkku.x import pdf_words as words", []),
        ("pdf", "import hankesalkku.x.xml", []),
        ("pdf", "def f():\n    from hankesalkku.x.word_walk import Walker", ["word_walk"]),
        ("xml", "from hankesalkku.x.word import read", ["word"]),
        ("formats", "from hankesalkku.x.word import read", []),
    ],
)
def test_strangers(module: str, line: str, expected: list[str]) -> None:
    room = Room("hankesalkku.x", shared=frozenset({"xml"}), above=frozenset({"formats"}))

    assert strangers(room, module, ast.parse(line)) == expected
