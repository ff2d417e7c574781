"""What the fonts can print and how wide it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hankesalkku.writers.pdf import write_pdf
from hankesalkku.writers.pdf.metrics import glyph_widths, lines_of, width_of
from hankesalkku.writers.pdf.text import Printable
from tests.support.reports import a_report


def test_every_listed_character_has_a_glyph() -> None:
    listed = " ".join(glyph_widths())
    report = replace(a_report(0, with_annex=False), title=listed, note=listed)

    assert write_pdf(report, b"{}").startswith(b"%PDF")


def test_amounts_are_as_wide_as_their_figures() -> None:
    assert width_of("305\u00a0360\u00a0€") == 7 * width_of("0") + 2 * width_of("\u00a0")


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("Sana", 1), ("sana " * 20, 2), ("W" * 36, 1), ("W" * 40, 2), ("sana " * 200, 16)],
)
def test_lines_of_a_column_are_never_too_few(text: str, lines: int) -> None:
    assert lines <= lines_of(text, 320, 10.5) <= lines + 1


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Hankkeen nimi", "Hankkeen nimi"),
        ("a\u0308iti", "äiti"),
        ("rivi\nrivi\tx", "rivi rivi x"),
        ("305\u00a0360", "305\u00a0360"),
        ("\ufeffa\u200bb\u202e\x00", "ab"),
        ("hyvä 😀", "hyvä □"),
        ("\ud800", "□"),
        ("☑️", "☑"),
    ],
)
def test_printable_text(text: str, printed: str) -> None:
    assert Printable()(text) == printed


def test_printable_lets_long_words_break_and_loses_nothing() -> None:
    word = "https://asiat.mallila.example/dynasty/case/" + "x" * 70

    printed = Printable()(word)
    assert printed.replace("\u200b", "") == word
    assert max(map(len, printed.split("\u200b"))) <= 28


def test_printable_describes_what_it_replaced() -> None:
    text = Printable()
    text("😀 م")

    assert text.described() == "U+0645, U+1F600"
