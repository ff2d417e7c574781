"""The words of a rule name only facts that its findings have (that it has words at all: test_words_of_rules)."""

from __future__ import annotations

import ast
import inspect
import re
import string
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from hankesalkku.core.findings.context import Rule
from hankesalkku.core.findings.run import catalogue
from hankesalkku.core.language.wording import LANGUAGES, LOCALE_FOLDER, Wording

RULES = sorted(catalogue().values(), key=lambda rule: rule.code)
OPTIONAL = frozenset({"evidence", "places", "severity", "suggestions", "threshold", "variant"})


def module_of(rule: Rule) -> ModuleType:
    """Give the module of a rule."""
    module = inspect.getmodule(rule.check)
    assert module is not None
    return module


def facts_of(rule: Rule) -> set[str]:
    """Give the names of the facts that a rule hands to `found`, itself or through a module of the room."""
    module = module_of(rule)
    homes = {getattr(value, "__module__", "") for value in vars(module).values()}
    helpers = [sys.modules[home] for home in homes if home.startswith("hankesalkku.core.findings")]
    names = {name for each in (module, *helpers) for name in _keywords(each)}
    return names - OPTIONAL | {"cards", "field"}


def _keywords(module: ModuleType) -> Iterator[str]:
    """Give the keywords of the calls of `found` in a module."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "found":
            yield from (keyword.arg for keyword in node.keywords if keyword.arg)


def texts_of(rule: Rule, language: str) -> list[str]:
    """Give all texts of a rule, those of its variants too."""
    catalogue_text = (LOCALE_FOLDER / language / "LC_MESSAGES" / "hankesalkku.po").read_text(encoding="utf-8")
    keys = re.findall(rf'^msgid "(finding\.{rule.code}\.[\w.-]+)"', catalogue_text, re.M)
    return [Wording(language).say(key) for key in keys]


def placeholders(text: str) -> set[str]:
    """Give the names in braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_placeholders_are_facts_of_the_rule(rule: Rule, language: str) -> None:
    texts = texts_of(rule, language)

    assert len(texts) >= 4
    assert {name for text in texts for name in placeholders(text)} - facts_of(rule) == set()
