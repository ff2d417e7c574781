"""Every rule of the catalogue has its words in the three languages, with the same placeholders."""

from __future__ import annotations

import re
from functools import cache

import pytest

from hankesalkku.core.findings.run import catalogue
from hankesalkku.core.language.wording import LANGUAGES, LOCALE_FOLDER

_ENTRY = re.compile(r'^msgid "(?P<key>.+)"\nmsgstr (?P<text>(?:".*"\n?)+)', re.M)


@cache
def words(language: str) -> dict[str, str]:
    """Read a catalogue's source, so that the test needs nothing compiled."""
    text = (LOCALE_FOLDER / language / "LC_MESSAGES" / "hankesalkku.po").read_text(encoding="utf-8")
    return {entry["key"]: "".join(re.findall(r'"(.*)"', entry["text"])) for entry in _ENTRY.finditer(text)}


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["title", "message", "why", "fix"])
def test_every_rule_has_its_words(language: str, part: str) -> None:
    lacking = [code for code in catalogue() if not words(language).get(f"finding.{code}.{part}")]

    assert lacking == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_words_of_findings_agree_with_finnish(language: str) -> None:
    finnish, other = words("fi"), words(language)
    keys = {key for key in finnish | other if key.startswith("finding.")}

    differing = [
        key for key in keys if placeholders(finnish.get(key, "")) != placeholders(other.get(key, ""))
    ]

    assert differing == []
    assert {key for key in keys if (key in finnish) != (key in other)} == set()


def test_titles_are_short() -> None:
    titles = {
        key: text
        for key, text in words("fi").items()
        if key.startswith("finding.") and key.endswith(".title")
    }

    assert {key: text for key, text in titles.items() if len(text.split()) > 5} == {}
