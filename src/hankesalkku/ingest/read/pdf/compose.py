"""From the areas of all pages to one text stream with blocks over it."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.document import LINE_BREAK, PARAGRAPH_BREAK, BlockKind
from hankesalkku.ingest.read.pdf.areas import Area, Passage, Table
from hankesalkku.ingest.read.pdf.lines import Line, with_separators
from hankesalkku.ingest.read.pdf.rows import line_pitch
from hankesalkku.ingest.read.pdf.unruled import same_columns
from hankesalkku.ingest.read.pdf.words import Frame
from hankesalkku.ingest.read.stream import Stream

_PARAGRAPH_GAP = 1.3
_HEADING = 1.15
_LOWEST_LEVEL = 6
_RUNNING = (BlockKind.HEADER, BlockKind.FOOTER)


class Composer:
    """Writes the areas of pages, added in order, into a stream."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.last_table: Table | None = None
        """The table that the last page ended with."""
        self._table, self._row = -1, 0
        self._sizes: dict[int, float] = {}
        self._weights: Counter[float] = Counter()

    def add_page(self, number: int, areas: Sequence[Area], frame: Frame, shown: Frame) -> dict[int, int]:
        """Add a page's areas in order; tell for each word, by its order, where its text begins.

        `shown` is the page as a viewer shows it: boxes are given in it.
        """
        offsets: dict[int, int] = {}
        levels = _levels(areas)
        first = next((area for area in areas if not _is_running(area)), None)
        for area in areas:
            if isinstance(area, Table):
                goes_on = self._goes_on(area, is_first=area is first)
                self._add_table(number, area, levels, offsets, goes_on=goes_on)
                self.last_table = None
            else:
                self._add_passage(number, area, levels, offsets)
        body = [area for area in areas if not _is_running(area)]
        self.last_table = body[-1] if body and isinstance(body[-1], Table) else None
        if frame.turns != shown.turns:
            self._turn_boxes(number, frame, shown)
        return offsets

    def rank_headings(self) -> None:
        """Give headings their level, when all pages are in: the larger the letters, the higher."""
        usual = self._weights.most_common(1)[0][0] if self._weights else 0.0
        larger = sorted({size for size in self._sizes.values() if size >= _HEADING * usual}, reverse=True)
        level = {size: min(rank, _LOWEST_LEVEL) for rank, size in enumerate(larger, 1)}
        blocks = self.stream.blocks
        for position, size in self._sizes.items():
            if size in level:
                blocks[position] = replace(blocks[position], heading_level=level[size])

    def _goes_on(self, table: Table, *, is_first: bool) -> bool:
        """Tell whether a table goes on from the page before; below other text only if its first label is cut off."""
        if self.last_table is None or not same_columns(self.last_table.edges, table.edges):
            return False
        return is_first or not table.cells[0].lines

    def _add_table(
        self, page: int, table: Table, levels: list[float], offsets: dict[int, int], *, goes_on: bool
    ) -> None:
        """Add a table's cells in order."""
        if not goes_on:
            self._table, self._row = self._table + 1, 0
        for cell in table.cells:
            self._write(cell.lines, offsets)
            self.stream.close(
                BlockKind.CELL,
                page=page,
                line=_line_number(cell.lines[0].baseline, levels) if cell.lines else None,
                table=self._table,
                row=self._row + cell.row,
                column=cell.column,
                columns=cell.columns,
                rows=cell.rows,
                box=cell.box,
            )
        self._row += table.rows

    def _add_passage(self, page: int, passage: Passage, levels: list[float], offsets: dict[int, int]) -> None:
        """Add lines that stand outside tables."""
        self._write(passage.lines, offsets)
        line = _line_number(passage.lines[0].baseline, levels)
        position = self.stream.close(passage.kind, page=page, line=line, box=passage.box)
        if passage.kind is BlockKind.PARAGRAPH:
            self._sizes[position] = round(passage.lines[0].size, 1)

    def _write(self, lines: list[Line], offsets: dict[int, int]) -> None:
        """Open a block and write lines with the breaks between them."""
        self.stream.open()
        length = self.stream.position
        parts: list[str] = []
        for line_break, line in _with_breaks(lines):
            parts.append(line_break)
            length += len(line_break)
            before = length
            for separator, word in with_separators(line.words):
                length += len(separator)
                offsets[word.order] = length
                length += len(word.text)
                parts.append(separator)
                parts.append(word.text)
            self._weights[round(line.size, 1)] += length - before
        self.stream.write("".join(parts))

    def _turn_boxes(self, page: int, frame: Frame, shown: Frame) -> None:
        """Give the boxes of a page as it is shown, where its text does not stand upright."""
        for position in range(len(self.stream.blocks) - 1, -1, -1):
            block = self.stream.blocks[position]
            if block.page != page:
                return
            if block.box:
                self.stream.blocks[position] = replace(block, box=turned(block.box, frame, shown))


def turned(box: Box, frame: Frame, shown: Frame) -> Box:
    """Take a box from one frame of a page to another."""
    left, top, right, bottom = box
    return shown.box(*frame.back(left, top), *frame.back(right, bottom))


def _is_running(area: Area) -> bool:
    """Tell whether an area is a running header or footer."""
    return isinstance(area, Passage) and area.kind in _RUNNING


def _levels(areas: Iterable[Area]) -> list[float]:
    """Give the baselines of a page's lines from top to bottom, those side by side as one."""
    baselines = []
    for area in areas:
        groups = [cell.lines for cell in area.cells] if isinstance(area, Table) else [area.lines]
        baselines += [(line.baseline, line.size) for lines in groups for line in lines]
    levels: list[float] = []
    for baseline, size in sorted(baselines):
        if not levels or baseline - levels[-1] > 0.35 * size:
            levels.append(baseline)
    return levels


def _line_number(baseline: float, levels: list[float]) -> int:
    """Count the lines of the page down to a baseline."""
    return max(bisect_right(levels, baseline + 0.01), 1)


def _with_breaks(lines: list[Line]) -> Iterable[tuple[str, Line]]:
    """Give each line with the break before it: between paragraphs where the gap clearly exceeds the line pitch."""
    if len(lines) < 2:
        return [("", line) for line in lines]
    pitch = line_pitch(lines, [])
    breaks = [
        PARAGRAPH_BREAK
        if below.baseline - above.baseline > _PARAGRAPH_GAP * pitch * max(above.size, below.size)
        else LINE_BREAK
        for above, below in itertools.pairwise(lines)
    ]
    return zip(["", *breaks], lines, strict=True)
