"""Lines of a PDF page: words that stand on one baseline, and their text.

A word belongs to a line if it overlaps it in height by half, so that raised figures, a currency sign of another font
and slight jitter stay in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.read.pdf.words import Word

_ASCENT, _DESCENT = 0.75, 0.25


class Line(NamedTuple):
    """Words of one line from left to right; baseline and size are those of its largest letters."""

    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float
    size: float

    @property
    def top(self) -> float:
        """Give the height of capitals, about."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Give the depth of descenders, about."""
        return self.baseline + _DESCENT * self.size

    @property
    def text(self) -> str:
        """Give the line as one would write it."""
        return "".join(separator + word.text for separator, word in with_separators(self.words))


def make_line(words: Sequence[Word]) -> Line:
    """Make a line of words that stand side by side; at least one."""
    if len(words) == 1:
        word = words[0]
        return Line((word,), word.left, word.right, word.baseline, word.size)
    ordered = sorted(words, key=_by_left)
    size = max(word.size for word in ordered)
    baseline = max(word.baseline for word in ordered if word.size > 0.9 * size)
    return Line(tuple(ordered), ordered[0].left, max(word.right for word in ordered), baseline, size)


def _by_left(word: Word) -> tuple[float, int]:
    """Order by place, then as pdfium has them."""
    return word.left, word.order


def _by_baseline(word: Word) -> float:
    """Order from top to bottom."""
    return word.baseline


def make_lines(words: Iterable[Word]) -> list[Line]:
    """Gather words into lines, from top to bottom."""
    lines: list[Line] = []
    current: list[Word] = []
    base = size = 0.0
    for word in sorted(words, key=_by_baseline):
        if current and _shares_line(base, size, word):
            current.append(word)
            if word.size <= size:
                continue
        else:
            if current:
                lines.append(make_line(current))
            current = [word]
        base, size = word.baseline, word.size
    if current:
        lines.append(make_line(current))
    return lines


def _shares_line(base: float, size: float, word: Word) -> bool:
    """Tell whether a word overlaps a line by half of the lower one's height."""
    distance = word.baseline - base
    if distance <= 0.2 * size:
        return True
    overlap = min(base + _DESCENT * size, word.bottom) - max(base - _ASCENT * size, word.top)
    return overlap >= 0.5 * min(size, word.size)


def with_separators(words: Iterable[Word]) -> Iterator[tuple[str, Word]]:
    """Give each word of a line with the white space that belongs before it, none before the first."""
    last: Word | None = None
    for word in words:
        yield ("" if last is None else _separator(last, word)), word
        last = word


def _separator(last: Word, word: Word) -> str:
    """Tell what stands between neighbours: what pdfium has there, else a space where there is a gap."""
    if word.order == last.order + 1 and word.before:
        return word.before
    gap = word.left - last.right
    return " " if gap > 0.12 * max(last.size, word.size) else ""


def segments(line: Line, gap_sizes: float) -> list[Line]:
    """Cut a line where a gap is wider than so many font sizes."""
    parts: list[list[Word]] = []
    right = 0.0
    for word in line.words:
        if parts and word.left - right <= gap_sizes * line.size:
            parts[-1].append(word)
        else:
            parts.append([word])
        right = max(right, word.right) if len(parts[-1]) > 1 else word.right
    return [line] if len(parts) == 1 else [make_line(part) for part in parts]


def hull(lines: Iterable[Line]) -> Box:
    """Give the box around lines; at least one."""
    boxes = [(line.left, line.top, line.right, line.bottom) for line in lines]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
