"""Two columns set side by side with spaces, as `pdftotext -layout` leaves a table of labels and values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

BESIDE_AT_LEAST = 4
_HANGING = 6
"""A line of the right column may be indented by so many characters: an item of a list."""
_NARROWEST = 8
_LABEL_LINES = 7
_PIECE = re.compile(r"\S+(?: \S+)*")
_AMOUNT = re.compile(
    r"^\s*(?:[\w -]{1,30}:)?\s*[-−]?\d[\d \u00a0\u202f.,]*(?:€|eur|euroa)\s*$", re.IGNORECASE
)
"""Sums are set to the right of their column, with or without the name of a part."""
_NUMBER = re.compile(r"\d{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class Parted:
    """A line cut at the edge of the right column; an empty side has no text. `is_wide`: a real gap parts them."""

    left: str
    right: str
    is_wide: bool = True


def part_pages(pages: Sequence[Sequence[str]]) -> list[list[Parted | None]]:
    """Cut the lines of pages into two columns: None for a line that is not set in two.

    The right column may begin elsewhere in every table. A stretch with too few pairs of its own is cut where the one
    before it was.

    >>> part_pages([["Nimi      Polku", "Tulot     5 €", "Menot     7 €", "", "Osuus     2 €"]])[0][0]
    Parted(left='Nimi', right='Polku', is_wide=True)
    """
    known: set[int] = set()
    return [_part_page(lines, known) for lines in pages]


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines one after another that keep to one edge, blank ones among them; `pairs` have text on both sides."""

    first: int
    parts: list[Parted | None]
    pairs: int


def _part_page(lines: Sequence[str], known: set[int]) -> list[Parted | None]:
    """Cut a page at its most frequent edge, then what is left at the next; edges found go into `known`."""
    parted: list[Parted | None] = [None] * len(lines)
    waiting = [(0, len(lines))]
    while waiting:
        start, stop = waiting.pop()
        at = start
        for run in _runs(lines[start:stop], known):
            first, last = start + run.first, start + run.first + len(run.parts)
            parted[first:last] = run.parts
            waiting.append((at, first))
            at = last
        if at > start:
            waiting.append((at, stop))
    return parted


def _runs(lines: Sequence[str], known: set[int]) -> list[_Run]:
    """Find the runs at the edge where most pieces begin; with few pairs only where the edge is known."""
    edge = _edge(lines)
    if edge is None:
        return []
    runs = _runs_at(lines, edge)
    if any(run.pairs >= BESIDE_AT_LEAST for run in runs):
        known.add(edge)
    return runs if edge in known else []


def _edge(lines: Sequence[str]) -> int | None:
    """Find where the right column begins: where most pieces of lines do, left margin apart."""
    beside: set[int] = set()
    starts: Counter[int] = Counter()
    for line in lines:
        pieces = [match.start() for match in _PIECE.finditer(line)]
        beside.update(pieces[1:])
        starts.update(start for start in pieces if start >= _NARROWEST)
    return next((start for start, _ in starts.most_common() if start in beside), None)


def _runs_at(lines: Sequence[str], edge: int) -> list[_Run]:
    """Give the runs at an edge, in order."""
    runs = []
    start = 0
    parts = [_part(line, edge) for line in lines]
    for index in range(len(lines) + 1):
        if index == len(lines) or (parts[index] is None and lines[index].strip()):
            runs.append(_trimmed(lines, parts, start, index))
            start = index + 1
    return [run for run in runs if run]


def _trimmed(lines: Sequence[str], parts: list[Parted | None], start: int, stop: int) -> _Run | None:
    """Leave out what stands apart before the first pair and behind the last: headings; None without a pair."""
    pairs = [
        i for i in range(start, stop) if (part := parts[i]) and part.left and part.right and part.is_wide
    ]
    if not pairs:
        return None
    first, last = pairs[0], pairs[-1]
    while first > start and (part := parts[first - 1]) and not part.left:
        first -= 1
    while last + 1 < stop and last < pairs[-1] + _LABEL_LINES and lines[last + 1].strip():
        last += 1
    return _Run(first, parts[first : last + 1], len(pairs))


def _part(line: str, edge: int) -> Parted | None:
    """Cut a line at the edge; None if its text runs through there, stands far right of it, or has more columns.

    A sum may stand anywhere in the right column.
    """
    left, right = line[:edge], line[edge:]
    if left and right.strip() and not left[-1].isspace():
        return None
    indent = len(right) - len(right.lstrip())
    if right.strip() and indent > (0 if left.strip() else _HANGING) and not _AMOUNT.search(right):
        return None
    pieces = _PIECE.findall(left)
    if len(pieces) > 1 and (len(pieces) > 2 or not _NUMBER.fullmatch(pieces[0])):
        return None
    if re.search(r"\S {4,}\S", right.strip()) or not line.strip():
        return None
    return Parted(left.strip(), right.strip(), left.endswith("  ") or not left)
