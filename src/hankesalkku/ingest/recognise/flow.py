"""The flow of a running text: its visible lines, and the same squashed to letters and digits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import Span

WIDE_GAP_LINES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line of the flow: its span without outer white space, its page, whether a page may turn before it."""

    start: int
    end: int
    page: int | None
    turns: bool


@dataclass(frozen=True, slots=True)
class Stream:
    """The squashed text: letters, the source position of each, and the stream offset at which each line begins."""

    letters: str
    positions: list[int]
    offsets: list[int]


def flow_lines(document: SourceDocument, blocks: list[Block], skipped: set[Span]) -> list[Line]:
    """Cut blocks into their visible lines, leaving out the skipped spans.

    A page turns where the format says so; in plain text also where a skipped line or a wide gap stands between.
    """
    lines: list[Line] = []
    above: Block | None = None
    turns = False
    for block in blocks:
        turns = turns or _turns(above, block)
        above = block
        for start, end in _line_spans(document.text, block.start, block.end):
            if (start, end) in skipped:
                turns = True
            elif start != end:
                lines.append(Line(start, end, block.page, turns))
                turns = False
    return lines


def _turns(above: Block | None, block: Block) -> bool:
    if above is None:
        return False
    if above.page != block.page:
        return True
    return block.page is None and (block.line or 0) - (above.line or 0) > WIDE_GAP_LINES


def _line_spans(text: str, start: int, end: int) -> list[Span]:
    """Give the spans of a block's lines, each stripped; a blank line is an empty span."""
    spans = []
    for match in re.compile(r"[^\n\u2029]*(?:\n|\u2029|$)").finditer(text, start, end):
        line = match.group()
        if not line:
            break
        inner = line.strip()
        offset = match.start() + (line.index(inner) if inner else 0)
        spans.append((offset, offset + len(inner)))
    return spans


def squash_lines(document: SourceDocument, lines: list[Line]) -> Stream:
    """Squash the lines of a flow: letters and digits without case, each with its position in the source."""
    letters: list[str] = []
    positions: list[int] = []
    offsets: list[int] = []
    for line in lines:
        offsets.append(len(positions))
        for position in range(line.start, line.end):
            char = document.text[position]
            if char.isalnum() or char == "%":
                for folded in char.casefold():
                    letters.append(folded)
                    positions.append(position)
    offsets.append(len(positions))
    return Stream("".join(letters), positions, offsets)
