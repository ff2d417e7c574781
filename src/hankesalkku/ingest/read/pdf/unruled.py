"""Unruled tables: the two most frequent left edges of text are the columns, label and value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, takewhile
from typing import NamedTuple

from hankesalkku.ingest.read.pdf.areas import Cell, Table, around, row_cells
from hankesalkku.ingest.read.pdf.lines import Line, make_line, segments
from hankesalkku.ingest.read.pdf.rows import Row, line_pitch, split_rows

_EDGE = 2.5
"""Two lines of text begin at the same edge within so many points."""
_GAP = 0.9
"""White space in a line that is wider than so many font sizes may part columns."""
_LEAST_GAP = 0.45
"""Label and value of one line are at least so many font sizes apart: more than words."""
_NARROWEST = 30.0
_CANDIDATES = 6


class Columns(NamedTuple):
    """The left edges of label and value column, and the line pitch in font sizes."""

    label: float
    value: float
    pitch: float | None = None


def find_columns(lines: Sequence[Line]) -> Columns | None:
    """Take two frequent left edges of text for label and value column; None if there are no two.

    Of the most frequent ones those two that most lines have both of, else the two most frequent.
    """
    lefts = [[piece.left for piece in segments(line, _GAP)] for line in lines]
    counts = Counter(round(left) for row in lefts for left in row)
    weights = {left: counts[left - 1] + count + counts[left + 1] for left, count in counts.items()}
    ranked = sorted((left for left in weights if weights[left] > 1), key=lambda left: (-weights[left], left))
    peaks = [left for left in ranked if all(weights[left] >= weights.get(left + by, 0) for by in (-1, 1))]
    near = {left: {n for n, row in enumerate(lefts) for at in row if abs(at - left) <= 1.5} for left in peaks}
    pairs = [pair for pair in combinations(sorted(peaks[:_CANDIDATES]), 2) if pair[1] - pair[0] >= _NARROWEST]
    if not pairs:
        return None
    best = max(
        pairs, key=lambda pair: (len(near[pair[0]] & near[pair[1]]), weights[pair[0]] + weights[pair[1]])
    )
    label, value = (min(at for row in lefts for at in row if abs(at - left) <= 1.5) for left in best)
    return Columns(label, value)


def unruled_tables(
    lines: list[Line], rules: Sequence[float], before: Columns | None
) -> list[tuple[Table, list[Line]]]:
    """Find tables of two columns among lines of text; each with the lines it is made of.

    `before` are the columns of a table that the page before ended with, which may go on here.
    """
    found = _tables(lines, rules, find_columns(lines), before)
    if not found and before:
        found = _tables(lines, rules, before, before)
    return found


def _tables(
    lines: list[Line], rules: Sequence[float], columns: Columns | None, before: Columns | None
) -> list[tuple[Table, list[Line]]]:
    """Find the tables with given columns."""
    if columns is None:
        return []
    goes_on = before is not None and same_columns(before[:2], columns[:2])
    pitch = before.pitch if before and goes_on else None
    result = []
    for start, run in _runs(lines, columns):
        for part in _parted(run):
            is_first = start == 0 and part[0] is run[0]
            table = _table(part, columns._replace(pitch=pitch), rules, goes_on=goes_on and is_first)
            if table:
                result.append(table)
    return result


def same_columns(left: Sequence[float], right: Sequence[float]) -> bool:
    """Tell whether two tables have their columns at the same places."""
    return len(left) == len(right) and all(abs(a - b) <= 3.5 for a, b in zip(left, right, strict=True))


class Split(NamedTuple):
    """A line of text cut at the value column."""

    line: Line
    label: Line | None
    value: Line | None


def _runs(lines: list[Line], columns: Columns) -> Iterable[tuple[int, list[Split]]]:
    """Give the stretches of lines that keep to both columns, each with the number of its first line."""
    run: list[Split] = []
    start = 0
    for number, line in enumerate(lines):
        split = _split(line, columns)
        if split is not None:
            start = start if run else number
            run.append(split)
        elif run:
            yield start, run
            run = []
    if run:
        yield start, run


def _split(line: Line, columns: Columns) -> Split | None:
    """Cut a line at the value column; None if it begins left of the table or runs through the gutter."""
    if line.left < columns.label - _EDGE:
        return None
    at = next((n for n, word in enumerate(line.words) if word.left >= columns.value - _EDGE), len(line.words))
    left, right = line.words[:at], line.words[at:]
    if left and left[-1].right > columns.value - 1:
        return None
    if left and right:
        gap = right[0].left - left[-1].right
        if abs(right[0].left - columns.value) > _EDGE or gap < _LEAST_GAP * line.size:
            return None
    return Split(line, make_line(left) if left else None, make_line(right) if right else None)


def _parted(run: list[Split]) -> Iterable[list[Split]]:
    """Cut a stretch at headings: lines without value that are set larger than labels are."""
    sizes = Counter(round(split.label.size, 1) for split in run if split.label and split.value)
    largest = 1.1 * sizes.most_common(1)[0][0] if sizes else 0.0
    part: list[Split] = []
    for split in run:
        if largest and split.value is None and split.line.size > largest:
            if part:
                yield part
            part = []
        else:
            part.append(split)
    if part:
        yield part


def _table(
    run: list[Split], columns: Columns, rules: Sequence[float], *, goes_on: bool
) -> tuple[Table, list[Line]] | None:
    """Make a table of lines that keep to two columns, without headings before and after it; None if it is none."""
    run = _trimmed(run, goes_on=goes_on)
    labels = [split.label for split in run if split.label]
    values = [split.value for split in run if split.value]
    if not _is_table(run, labels, values, goes_on=goes_on):
        return None
    rows = split_rows(labels, values, rules, columns.pitch)
    outside = set() if goes_on else {id(line) for row in _headings(rows) for line in row.labels}
    rows = [row for row in rows if not any(id(line) in outside for line in row.labels)]
    edges = (columns.label, columns.value)
    right = max(split.line.right for split in run)
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        cells += row_cells(number, [row.labels, row.values], edges, right)
    table = Table(around(cells), cells, edges, line_pitch(labels, values, columns.pitch))
    return table, [split.line for split in run if id(split.label) not in outside]


def _headings(rows: list[Row]) -> list[Row]:
    """Give the first rows that have no value: headings rather than labels."""
    return list(takewhile(lambda row: not row.values, rows))


def _is_table(run: list[Split], labels: list[Line], values: list[Line], *, goes_on: bool) -> bool:
    """Tell whether lines are a table: labels of letters, values that are more than page numbers."""
    if goes_on and values and run[0].label is None:
        return True
    beside = sum(1 for split in run if split.label and split.value)
    if min(len(labels), len(values)) < 2 or (beside < 2 and len(values) < 4):
        return bool(goes_on and labels and values and len(run) > 1)
    if sum(any(letter.isalpha() for letter in line.text[:3]) for line in labels) < 0.6 * len(labels):
        return False
    return not all(line.text.strip(" .").isdigit() and len(line.text) < 5 for line in values)


def _trimmed(run: list[Split], *, goes_on: bool) -> list[Split]:
    """Leave out headings: lines without value at either end that stand apart or are set larger."""
    sizes = Counter(round(split.label.size, 1) for split in run if split.label)
    if not sizes:
        return run
    usual = sizes.most_common(1)[0][0]
    gaps = sorted(
        below.line.baseline - above.line.baseline
        for above, below in pairwise(run)
        if below.label and below.value
    )
    widest = 1.3 * gaps[len(gaps) // 2] if gaps else 0.0
    while len(run) > 1 and _is_heading(run[0], run[1], usual, widest) and not goes_on:
        run = run[1:]
    while len(run) > 1 and _is_heading(run[-1], run[-2], usual, widest):
        run = run[:-1]
    return run


def _is_heading(split: Split, beside: Split, usual: float, widest: float) -> bool:
    """Tell whether a line without value is a heading rather than a label."""
    if split.value is not None or split.label is None:
        return False
    return split.label.size > 1.1 * usual or abs(split.line.baseline - beside.line.baseline) > widest
