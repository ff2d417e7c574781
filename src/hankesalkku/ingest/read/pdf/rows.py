"""Rows of a table of two columns without lines between the rows: told apart by gaps, else by how labels begin.

Where the table has air between its rows, a row ends at a gap of both columns that is wider than the line pitch; so
labels and values may wrap over any number of lines and stand in the middle of each other. Where it has none, a row
begins where both columns begin on one line and the label does not go on from the line above.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from hankesalkku.ingest.read.pdf.lines import Line

_LOOSE = 1.08
"""A gap is wider than the line pitch by so much: less than any table leaves, more than jitter."""
_TIGHTEST, _WIDEST = 0.9, 1.65
"""Line pitches in font sizes that can be told from a gap between rows."""
_OPENERS, _TIES = "(/–-&+,.%", "-/–,(&+"


class Level(NamedTuple):
    """What stands at one height: a line of the label column, of the value column, or of both."""

    baseline: float
    size: float
    label: Line | None
    value: Line | None


class Row(NamedTuple):
    """The lines of one row."""

    labels: list[Line]
    values: list[Line]


def split_rows(
    labels: list[Line], values: list[Line], rules: Sequence[float] = (), pitch: float | None = None
) -> list[Row]:
    """Tell the rows apart; `rules` are heights of lines drawn between rows, in order, `pitch` one known from before.

    A first row without a label is the rest of a row cut by the page.
    """
    levels = _levels(labels, values)
    if not levels:
        return []
    pitch = line_pitch(labels, values, pitch)
    loose = [
        False,
        *(_is_loose(above, below, pitch) for above, below in itertools.pairwise(levels)),
    ]
    ruled = [
        False,
        *(_is_ruled(above, below, rules) for above, below in itertools.pairwise(levels)),
    ]
    starts = (
        _starts_by_gap(levels, loose, ruled) if _is_airy(levels, loose) else _starts_by_label(levels, loose)
    )
    starts = [start or line for start, line in zip(starts, ruled, strict=True)]
    return _rows(levels, starts)


def line_pitch(labels: list[Line], values: list[Line], known: float | None = None) -> float:
    """Tell the line pitch in font sizes: the least distance of two lines of one size, within what is usual."""
    pitches = [_WIDEST if known is None else known]
    for lines in (labels, values):
        for above, below in itertools.pairwise(lines):
            pitch = (below.baseline - above.baseline) / max(above.size, below.size)
            if pitch >= _TIGHTEST and abs(above.size - below.size) < 0.1 * below.size:
                pitches.append(pitch)
    return min(pitches)


def _levels(labels: list[Line], values: list[Line]) -> list[Level]:
    """Put lines of both columns in order of height, those on one baseline together."""
    levels: list[Level] = []
    tagged = sorted(
        [(line.baseline, 0, line) for line in labels] + [(line.baseline, 1, line) for line in values]
    )
    for baseline, column, line in tagged:
        last = levels[-1] if levels else None
        if last and baseline - last.baseline <= 0.25 * line.size and (last.label, last.value)[column] is None:
            levels[-1] = last._replace(
                label=last.label or line, value=last.value or line, size=max(last.size, line.size)
            )
        elif column:
            levels.append(Level(baseline, line.size, None, line))
        else:
            levels.append(Level(baseline, line.size, line, None))
    return levels


def _is_loose(above: Level, below: Level, pitch: float) -> bool:
    """Tell whether there is more air between two heights than between lines."""
    return below.baseline - above.baseline > _LOOSE * pitch * max(above.size, below.size)


def _is_ruled(above: Level, below: Level, rules: Sequence[float]) -> bool:
    """Tell whether a line is drawn between two heights."""
    return bisect_right(rules, above.baseline) != bisect_right(rules, below.baseline - 0.3 * below.size)


def _is_airy(levels: list[Level], loose: list[bool]) -> bool:
    """Tell whether the table has air between its rows: a quarter of the label lines follow a gap."""
    below = [gap for level, gap in zip(levels, loose, strict=True) if level.label][1:]
    return bool(below) and sum(below) >= 0.25 * len(below)


def _starts_by_gap(levels: list[Level], loose: list[bool], ruled: list[bool]) -> list[bool]:
    """Begin a row after each gap, unless what follows up to the next gap has no label: a paragraph of the value."""
    starts = list(loose)
    labelled = False
    for index in range(len(levels) - 1, -1, -1):
        labelled = labelled or levels[index].label is not None
        if loose[index] or ruled[index]:
            starts[index] = labelled
            labelled = False
    return starts


def _starts_by_label(levels: list[Level], loose: list[bool]) -> list[bool]:
    """Begin a row with each label that does not go on from the label line above."""
    starts = []
    above: Line | None = None
    for level, gap in zip(levels, loose, strict=True):
        label = level.label
        starts.append(label is not None and (above is None or gap or not _goes_on(above.text, label.text)))
        above = label or above
    return starts


def _goes_on(above: str, below: str) -> bool:
    """Tell by its letters whether a line of a label goes on from the one above.

    >>> _goes_on("Bruttotulot koko han-", "keajalta"), _goes_on("Kuvaus /", "Tavoite"), _goes_on("Kuvaus", "Vaihe")
    (True, True, False)
    """
    return (
        below[:1].islower()
        or below[:1] in _OPENERS
        or above[-1:] in _TIES
        or above.count("(") > above.count(")")
    )


def _rows(levels: list[Level], starts: list[bool]) -> list[Row]:
    """Gather lines into rows."""
    rows: list[Row] = []
    for level, start in zip(levels, starts, strict=True):
        if start or not rows:
            rows.append(Row([], []))
        if level.label:
            rows[-1].labels.append(level.label)
        if level.value:
            rows[-1].values.append(level.value)
    return rows
