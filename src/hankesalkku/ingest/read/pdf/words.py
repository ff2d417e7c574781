"""Words of a PDF page with their place: what pdfium has between white space, measured at its two ends.

Only the first and the last character of a word are measured; a word whose ends disagree (other baselines, running
backwards, too wide for its letters) is measured character by character and cut.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from hankesalkku.ingest.read.pdf import native

_WORD = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\ufffe\uffff]+\ufffe?|\ufffe")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", native.HYPHEN: "-"}
)
_SOFT_HYPHEN = "\u00ad"
_PLAIN_SPACE = " \t\r\n"


class Word(NamedTuple):
    """A word at its place: x to the right and y downwards in points, as one reads the page.

    `order` counts from 0 in pdfium's order; `before` is the white space that pdfium has between the word before and
    this one, empty where there is none. `first` is the index of its first character in pdfium's text, `raw` its text
    there.
    """

    order: int
    text: str
    before: str
    left: float
    right: float
    baseline: float
    size: float
    first: int
    raw: str

    @property
    def top(self) -> float:
        """Give the height of capitals and ascenders, about."""
        return self.baseline - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Give the depth of descenders, about."""
        return self.baseline + 0.25 * self.size


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as one reads it: x' = a·x + b·y + c, y' = d·x + e·y + f from the page's own space.

    `turns` counts quarter turns that the text's direction is from the page's own x axis, against the clock.
    """

    turns: int
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float

    @classmethod
    def of(cls, turns: int, box: tuple[float, float, float, float]) -> Frame:
        """Turn a page with bounding box (left, bottom, right, top) so that its text stands upright."""
        left, bottom, right, top = box
        width, height = right - left, top - bottom
        if turns == 1:
            return cls(1, 0, 1, -bottom, 1, 0, -left, height, width)
        if turns == 2:
            return cls(2, -1, 0, right, 0, 1, -bottom, width, height)
        if turns == 3:
            return cls(3, 0, -1, top, -1, 0, right, height, width)
        return cls(0, 1, 0, -left, 0, -1, top, width, height)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Give (left, top, right, bottom) of a rectangle of the page's own space."""
        u0, v0 = self.a * x0 + self.b * y0 + self.c, self.d * x0 + self.e * y0 + self.f
        u1, v1 = self.a * x1 + self.b * y1 + self.c, self.d * x1 + self.e * y1 + self.f
        return min(u0, u1), min(v0, v1), max(u0, u1), max(v0, v1)

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Give the point of the page's own space that is read at (x, y)."""
        x, y = x - self.c, y - self.f
        return self.a * x + self.d * y, self.b * x + self.e * y


class _Measure(NamedTuple):
    """What pdfium tells of some stretches of characters, flat and in their order."""

    first_boxes: list[tuple[float, ...]]
    last_boxes: list[tuple[float, ...]]
    first_origins: list[tuple[float, ...]]
    last_origins: list[tuple[float, ...]]
    turns: list[int]
    sizes: list[float]


def page_words(text_page: int, box: tuple[float, float, float, float]) -> tuple[list[Word], Frame]:
    """Read the words of a page in pdfium's order, and the frame in which most of them stand upright."""
    text = native.page_text(text_page)
    spans = [match.span() for match in _WORD.finditer(text)]
    measure = _measure(text_page, spans)
    frame = Frame.of(_main_turn(spans, measure.turns), box)
    words: list[Word] = []
    previous = 0
    for number, (start, end) in enumerate(spans):
        before = _white_space(text[previous:start])
        previous = end
        word = _word(len(words), text[start:end], before, start, frame, measure, number)
        if _is_sound(word, frame, measure, number):
            words.append(word)
        else:
            words.extend(_by_character(text_page, word, len(words), frame))
    return words, frame


def _main_turn(spans: list[tuple[int, int]], turns: list[int]) -> int:
    """Tell in which direction most characters run."""
    if not any(turns):
        return 0
    weight: Counter[int] = Counter()
    for (start, end), turn in zip(spans, turns, strict=True):
        weight[turn] += end - start
    return weight.most_common(1)[0][0]


def _measure(text_page: int, spans: list[tuple[int, int]]) -> _Measure:
    """Ask pdfium for the ends of all stretches in a few calls."""
    firsts = [start for start, _ in spans]
    lasts = [end - 1 for _, end in spans]
    matrices = _grouped(native.matrices(text_page, firsts), 6)
    sizes = native.font_sizes(text_page, firsts)
    return _Measure(
        _grouped(native.char_boxes(text_page, firsts), 4),
        _grouped(native.char_boxes(text_page, lasts), 4),
        _grouped(native.origins(text_page, firsts), 2),
        _grouped(native.origins(text_page, lasts), 2),
        [0 if a > 0 and abs(b) < a else _turn(a, b) for a, b, *_ in matrices],
        [abs(size * hypot(m[2], m[3]) or size) or 1.0 for size, m in zip(sizes, matrices, strict=True)],
    )


def _grouped(values: object, length: int) -> list[tuple[float, ...]]:
    """Cut a flat array into tuples of a length."""
    iterator = iter(values)  # type: ignore[call-overload]
    return list(zip(*[iterator] * length, strict=True))


def _turn(a: float, b: float) -> int:
    """Give the quarter turns of a text matrix that is not upright."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _word(
    index: int, raw: str, before: str, first: int, frame: Frame, measure: _Measure, number: int
) -> Word:
    """Make a word of its text and the measures of its ends."""
    x0, x1, y0, y1 = measure.first_boxes[number]
    x2, x3, y2, y3 = measure.last_boxes[number]
    x, y = measure.first_origins[number]
    baseline = frame.d * x + frame.e * y + frame.f
    if not frame.turns and not measure.turns[number]:
        left, right = x0 + frame.c, x3 + frame.c
    else:
        left, _, right, bottom = frame.box(min(x0, x2), min(y0, y2), max(x1, x3), max(y1, y3))
        baseline = baseline if measure.turns[number] == frame.turns else bottom
    return Word(index, _clean(raw), before, left, right, baseline, measure.sizes[number], first, raw)


def _is_sound(word: Word, frame: Frame, measure: _Measure, number: int) -> bool:
    """Tell whether both ends of a word can belong to one word."""
    if measure.turns[number] != frame.turns or len(word.raw) == 1:
        return True
    if not 0 <= word.right - word.left <= word.size * (1.25 * len(word.raw) + 1):
        return False
    x, y = measure.last_origins[number]
    return abs(frame.d * x + frame.e * y + frame.f - word.baseline) <= 0.6 * word.size


def _by_character(text_page: int, word: Word, index: int, frame: Frame) -> list[Word]:
    """Cut a word where its characters leave the line or jump."""
    spans = [(word.first + offset, word.first + offset + 1) for offset in range(len(word.raw))]
    measure = _measure(text_page, spans)
    parts: list[Word] = []
    for number, (start, _) in enumerate(spans):
        before = "" if number else word.before
        part = _word(index + len(parts), word.raw[number], before, start, frame, measure, number)
        if parts and _follows(parts[-1], part):
            part = _joined(parts.pop(), part)
        parts.append(part)
    return parts


def _follows(word: Word, part: Word) -> bool:
    """Tell whether a character goes on where a word ends."""
    if abs(part.baseline - word.baseline) > 0.4 * word.size:
        return False
    return -0.6 * word.size <= part.left - word.right <= 0.6 * word.size


def _joined(word: Word, part: Word) -> Word:
    """Add a character to a word."""
    raw = word.raw + part.raw
    return word._replace(raw=raw, text=_clean(raw), right=max(word.right, part.right))


def _clean(raw: str) -> str:
    """Write a word as it is meant: ligatures decomposed, a hyphen at a line end as a hyphen."""
    if raw.isascii():
        return raw
    text = raw.translate(_LIGATURES)
    return text[:-1] + "-" if text.endswith(_SOFT_HYPHEN) else text


def _white_space(between: str) -> str:
    """Tell what stands between two words: nothing, a space, or the special space that was written."""
    if between in ("", " "):
        return between
    special = [character for character in between if character.isspace() and character not in _PLAIN_SPACE]
    if special and special[0] not in "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        return special[0]
    return " " if between.strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08") else ""
