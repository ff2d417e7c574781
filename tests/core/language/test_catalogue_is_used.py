"""Every text of the catalogues is said somewhere: its key stands in the source, whole or put together."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
from functools import cache
from pathlib import Path

import pytest

import hankesalkku
from hankesalkku.core.language.wording import LANGUAGES, LOCALE_FOLDER

SOURCE = Path(hankesalkku.__file__).parent
_KEY = re.compile(r'^msgid "(.+)"$', re.M)
_HOLE = "(.*)"
_SHAPE_OF_A_KEY = re.compile(r"[.-]?[a-z][a-z_.-]*")
_SAID_IN_A_TEMPLATE = re.compile(r'"([a-z][a-z_.-]+)"')


def keys(language: str) -> list[str]:
    """Give the keys of a catalogue."""
    text = (LOCALE_FOLDER / language / "LC_MESSAGES" / "hankesalkku.po").read_text(encoding="utf-8")
    return _KEY.findall(text)


@cache
def literals() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Give the words in the source's texts and templates, docstrings apart, and its f-strings as patterns."""
    words: set[str] = set()
    patterns: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words |= {node.value, *node.value.split()}
            elif isinstance(node, ast.JoinedStr):
                patterns |= _pattern(node)
    for path in SOURCE.rglob("templates/**/*.html"):
        words.update(_SAID_IN_A_TEMPLATE.findall(path.read_text(encoding="utf-8")))
    return frozenset(words), tuple(re.compile(pattern) for pattern in patterns)


def _pattern(text: ast.JoinedStr) -> set[str]:
    """Give the pattern of an f-string that may be a key or a part of one."""
    pieces = [str(part.value) if isinstance(part, ast.Constant) else None for part in text.values]
    if not _SHAPE_OF_A_KEY.fullmatch("".join(filter(None, pieces))):
        return set()
    return {"".join(_HOLE if piece is None else re.escape(piece) for piece in pieces)}


def is_said(key: str) -> bool:
    """Tell whether the source can put a key together: it is a text, or an f-string filled with what it can."""
    words, shapes = literals()
    if not key or key in words or key.replace("-", "_") in words:
        return True
    filled = (shape.fullmatch(key) for shape in shapes)
    return any(
        match is not None and all(is_said(part.lstrip(".")) for part in match.groups()) for match in filled
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_said(language: str) -> None:
    of_argparse = inspect.getsource(argparse)

    assert [key for key in keys(language) if key not in of_argparse and not is_said(key)] == []


def test_is_said_finds_the_key_that_nothing_says() -> None:
    assert is_said("finding.date-invalid.title")
    assert not is_said("finding.date-invalidated.title")
