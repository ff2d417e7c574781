"""Puts broken lines together again: words cut at a line end, white space, paragraphs.

A hyphen at a line end is either layout (`toimenpi-`/`teisiin`) or the word's own (`tasa-`/`arvon`). Evidence comes
first: how the document itself writes the word elsewhere. Then a rule without a dictionary, then a lexicon as second
opinion; where they disagree the decision is remarked. Source: requirements/documents.md 3, D90.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from hankesalkku.core.values.reading import Remark, RemarkCode
from hankesalkku.core.values.text import fold_space
from hankesalkku.ingest.document import LINE_BREAK, PARAGRAPH_BREAK, SourceDocument
from hankesalkku.ingest.raw_card import Span
from hankesalkku.lexicon.words import lexicon

STEM_LETTERS = 5
_CONJUNCTIONS = frozenset("ja tai sekä eli ym ym. och eller samt and or".split())
_TOKEN = re.compile(r"[^\W\d_](?:[\w-]*[^\W_])?")
_LAST_WORD = re.compile(r"[\w-]*$")
_FIRST_WORD = re.compile(r"^\w[\w-]*\.?")
_HYPHEN_AFTER_SIGN = re.compile(r"[%.)\]”\"’'][-\u2010]$")
"""A hyphen at a line end behind a sign is the word's own: `%-`/`lukuna`, `7.-`/`9.-luokat`."""
_CLOSING_SIGNS = ",.;:)!?"
_HYPHENS = "-\u00ad\u2010"
_SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"
"""A place where a long word may break: layout, as our own PDF sets it."""
_PIECES = re.compile(rf"[^{LINE_BREAK}{PARAGRAPH_BREAK}]+|[{LINE_BREAK}{PARAGRAPH_BREAK}]")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text in one line: words whole, white space folded; `breaks` are offsets where a paragraph begins."""

    text: str
    breaks: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class _Builder:
    """Grows the mended text piece by piece."""

    text: str = ""
    breaks: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add(self, piece: str, joint: str) -> None:
        self.text += joint + piece


class Words:
    """The words of one document, as evidence for how it writes them unbroken."""

    def __init__(self, document: SourceDocument) -> None:
        """Collect the words that stand unbroken in the document."""
        unbroken = re.sub(rf"\S*[{_HYPHENS}]\s*[{LINE_BREAK}{PARAGRAPH_BREAK}]\s*\S*", " ", document.text)
        self._sorted = sorted({match.group().casefold() for match in _TOKEN.finditer(unbroken)})
        self._is_wrapped = document.is_wrapped
        self._text = document.text

    def mend(self, spans: tuple[Span, ...]) -> Mended:
        """Join the spans of a row into one text."""
        built = _Builder()
        pending = ""
        for span in spans:
            for piece in _PIECES.findall(self._text[slice(*span)]):
                if piece in (LINE_BREAK, PARAGRAPH_BREAK):
                    pending = PARAGRAPH_BREAK if PARAGRAPH_BREAK in (piece, pending) else LINE_BREAK
                    continue
                line = fold_space(piece.replace(ZERO_WIDTH_SPACE, ""))
                if line:
                    self._append(built, line, pending or LINE_BREAK)
                    pending = ""
            pending = pending or LINE_BREAK
        return Mended(built.text, tuple(built.breaks), tuple(built.remarks))

    def _append(self, built: _Builder, line: str, separator: str) -> None:
        """Add a line behind what stands already."""
        if not built.text:
            built.text = line
        elif separator == PARAGRAPH_BREAK:
            built.breaks.append(len(built.text) + 1)
            built.add(line, " ")
        elif self._is_wrapped and built.text[-1] in _HYPHENS and built.text[-2:-1].isalnum():
            self._join_word(built, line)
        elif self._is_wrapped and _HYPHEN_AFTER_SIGN.search(built.text):
            built.text += line
        else:
            built.add(line, "" if self._adjoins(built.text, line) else " ")

    def _adjoins(self, text: str, line: str) -> bool:
        """Tell whether a line follows without a space: a range that goes on, a sign after a link's address."""
        return _is_range(text, line) if self._is_wrapped else line[0] in _CLOSING_SIGNS

    def _join_word(self, built: _Builder, line: str) -> None:
        """Join a word broken at a hyphen, keeping the hyphen where it is the word's own."""
        left = _word_at_end(built.text[:-1])
        right = _FIRST_WORD.match(line)
        if built.text[-1] == _SOFT_HYPHEN:
            built.text = built.text[:-1] + line
            return
        if right is None:
            built.text += line
            return
        if right.group().casefold() in _CONJUNCTIONS:
            built.add(line, " ")
            return
        keeps, doubtful = self.keeps_hyphen(left, right.group())
        start = len(built.text) - 1 - len(left)
        built.text = (built.text if keeps else built.text[:-1]) + line
        if doubtful:
            word = left + ("-" if keeps else "") + right.group()
            other = left + ("" if keeps else "-") + right.group()
            remark = Remark(RemarkCode.WORD_MENDED_DOUBTFUL, word, start, start + len(word), other)
            built.remarks.append(remark)

    def keeps_hyphen(self, left: str, right: str) -> tuple[bool, bool]:
        """Decide whether `left-`/`right` keeps its hyphen, and whether that is doubtful."""
        if (
            len(left) == 1
            or right[:1].isdigit()
            or right[:1].isupper()
            or left[-1:].isdigit()
            or left.isupper()
        ):
            return True, False
        evidence = self._evidence(left.casefold(), right.casefold())
        if evidence is not None:
            return evidence, False
        rule = left[-1:].casefold() == right[:1].casefold() and left[-1:].casefold() in "aeiouyäöå"
        if not rule and "-" not in left:
            known = self._known_pieces(left, right)
            return (True, True) if known else (False, False)
        return self._second_opinion(left, right, rule)

    def _evidence(self, left: str, right: str) -> bool | None:
        """Look how the document writes the word elsewhere: with the hyphen, without, or not at all."""
        stem = right[:STEM_LETTERS]
        with_hyphen = self._has_word_beginning(f"{left}-{stem}")
        without = self._has_word_beginning(f"{left}{stem}")
        return None if with_hyphen == without else with_hyphen

    def _has_word_beginning(self, start: str) -> bool:
        index = bisect_left(self._sorted, start)
        return index < len(self._sorted) and self._sorted[index].startswith(start)

    @staticmethod
    def _known_pieces(left: str, right: str) -> bool:
        """Tell whether only the hyphened form is a word: the joined one is unknown, both halves are known."""
        words = lexicon()
        if words.name != "voikko" or words.is_word(left + right):
            return False
        return bool(words.is_word(f"{left}-{right}"))

    @staticmethod
    def _second_opinion(left: str, right: str, rule: bool) -> tuple[bool, bool]:
        """Ask the lexicon about what the rule says; without one the rule stands, remarked where it is weak."""
        words = lexicon()
        joined, hyphened = words.is_word(left + right), words.is_word(f"{left}-{right}")
        if joined is None or hyphened is None or joined == hyphened:
            return rule, rule
        return hyphened, hyphened != rule


def _word_at_end(text: str) -> str:
    match = _LAST_WORD.search(text)
    return match.group() if match else ""


def _is_range(text: str, line: str) -> bool:
    """Tell whether a line ends in the dash of a range of numbers that goes on in the next: `2022–`/`2023`."""
    return text[-1:] == "–" and text[-2:-1].isdigit() and line[:1].isdigit()
