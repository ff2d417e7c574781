"""The build hook: every catalogue is compiled, only when it is out of date, and a tree without any is fine."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

from hatch_build import compile_catalogues

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def write_catalogue(root: Path, language: str, text: str) -> Path:
    """Write a catalogue of one message under a root."""
    path = root / f"src/hankesalkku/core/language/locale/{language}/LC_MESSAGES/hankesalkku.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{HEADER}msgid "greeting"\nmsgstr "{text}"\n', encoding="utf-8")
    return path


def test_compile_catalogues_without_any_does_nothing(tmp_path: Path) -> None:
    assert compile_catalogues(tmp_path) == []


def test_compile_catalogues_writes_what_gettext_reads(tmp_path: Path) -> None:
    source = write_catalogue(tmp_path, "fi", "Päivää – hei")

    assert compile_catalogues(tmp_path) == [source.with_suffix(".mo")]

    words = gettext.translation("hankesalkku", str(source.parents[2]), languages=["fi"])
    assert words.gettext("greeting") == "Päivää – hei"


def test_compile_catalogues_takes_only_what_changed(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "fi", "Hei")
    swedish = write_catalogue(tmp_path, "sv", "Hej")
    compile_catalogues(tmp_path)
    newer = swedish.stat().st_mtime_ns + 2_000_000_000
    os.utime(swedish, ns=(newer, newer))

    assert compile_catalogues(tmp_path) == [swedish.with_suffix(".mo")]
