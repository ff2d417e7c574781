"""Half-ruled tables: three or more lines across of the same extent, and columns parted by white space between."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from hankesalkku.ingest.read.pdf.areas import Cell, Table, around, row_cells
from hankesalkku.ingest.read.pdf.lines import Line, hull, make_lines, segments
from hankesalkku.ingest.read.pdf.marks import Rule
from hankesalkku.ingest.read.pdf.rows import Row, line_pitch, split_rows
from hankesalkku.ingest.read.pdf.words import Word

_SAME = 4.0
"""Two lines across end at the same place within so many points."""
_EDGE = 2.5
"""Two lines of text begin at the same edge within so many points."""
_GUTTER = 0.45
"""White space between columns is at least so many font sizes wide."""
_NARROWEST = 30.0
_LOOSE_PITCH = 1.2
_FEW_LINES = 6


def hairlines(rules: Iterable[Rule], words: Sequence[Word], width: float) -> list[Rule]:
    """Give lines across at least a third of the page, stretches at one height as one, without underlines."""
    stretches: list[Rule] = []
    for rule in sorted(rules):
        last = stretches[-1] if stretches else None
        if last and rule.position - last.position <= 1.0:
            stretches[-1] = last._replace(start=min(last.start, rule.start), end=max(last.end, rule.end))
        else:
            stretches.append(rule)
    wide = [rule for rule in stretches if rule.end - rule.start >= 0.3 * width]
    ordered = sorted(words, key=lambda word: word.baseline) if wide else []
    heights = [word.baseline for word in ordered]
    return [rule for rule in wide if not _is_underline(rule, ordered, heights)]


def _is_underline(rule: Rule, ordered: list[Word], heights: list[float]) -> bool:
    """Tell whether a line is drawn right under words and just as long as they are."""
    first, last = bisect_left(heights, rule.position - 4), bisect_left(heights, rule.position + 0.5)
    above = [word for word in ordered[first:last] if rule.position - word.baseline <= 0.25 * word.size]
    if not above:
        return False
    left, right = min(word.left for word in above), max(word.right for word in above)
    return abs(left - rule.start) <= _SAME and abs(right - rule.end) <= _SAME


def half_ruled_tables(rules: Sequence[Rule], lines: list[Line]) -> tuple[list[Table], list[Line]]:
    """Read the tables whose rows are parted by lines across of the same extent; hand back the lines outside them.

    A row above the first line or below the last belongs to its table if it stands close and keeps to the columns.
    """
    tables = []
    for group in _groups(rules):
        parts = _parts(group, lines)
        for part in parts:
            found = _table(part, lines, is_whole=len(parts) == 1)
            if found:
                tables.append(found[0])
                lines = found[1]
    return tables, lines


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Gather lines across that follow each other and have the same extent, at least three."""
    groups: list[list[Rule]] = []
    for rule in rules:
        group = groups[-1] if groups else []
        if group and abs(group[0].start - rule.start) <= _SAME and abs(group[0].end - rule.end) <= _SAME:
            group.append(rule)
        else:
            groups.append([rule])
    return [group for group in groups if len(group) >= 3]


def _parts(group: list[Rule], lines: list[Line]) -> list[list[float]]:
    """Cut a group between two tables: where a heading stands, text begins far below a line or lines stand far apart."""
    heights = [rule.position for rule in group]
    bands = _bands(heights)
    texts = [_between(lines, band) for band in bands]
    rooms = sorted(text[0].top - band[0] for band, text in zip(bands, texts, strict=True) if text)
    usual = rooms[len(rooms) // 3] if rooms else 0.0
    sizes = Counter(round(line.size, 1) for text in texts for line in text)
    largest = 1.1 * sizes.most_common(1)[0][0] if sizes else 0.0
    parts = [[heights[0]]]
    for band, text in zip(bands, texts, strict=True):
        if text and (_is_far(text, band, usual) or _has_hole(text) or _has_heading(text, largest)):
            parts.append([])
        parts[-1].append(band[1])
    return [part for part in parts if len(part) >= 2]


def _is_far(text: list[Line], band: tuple[float, float], usual: float) -> bool:
    """Tell whether text begins much further below a line than it usually does."""
    return text[0].top - band[0] > usual + max(text[0].size, usual)


def _has_heading(text: list[Line], largest: float) -> bool:
    """Tell whether a line is set larger than those of a table and runs on without a gap."""
    return any(line.size > largest and len(segments(line, _GUTTER)) == 1 for line in text)


def _has_hole(text: list[Line]) -> bool:
    """Tell whether lines of a band stand further apart than those of one row do."""
    return any(
        below.baseline - above.baseline > 2.4 * max(above.size, below.size)
        for above, below in itertools.pairwise(text)
    )


def _table(heights: list[float], lines: list[Line], *, is_whole: bool) -> tuple[Table, list[Line]] | None:
    """Read one table between and around lines across; None if no white space parts it into columns."""
    inside = [line for line in lines if heights[0] <= _middle(line) <= heights[-1]]
    if not inside or (len(heights) < 3 and (is_whole or len(inside) > _FEW_LINES)):
        return None
    edges = _column_edges(inside)
    if len(edges) < 2:
        return None
    above, edges = _outer_row(
        [line for line in lines if _middle(line) < heights[0]][::-1], heights[0], edges, inside
    )
    below, edges = _outer_row(
        [line for line in lines if _middle(line) > heights[-1]], heights[-1], edges, inside
    )
    rows = [above[::-1], *(_between(inside, band) for band in _bands(heights)), below]
    taken = {id(line) for row in rows for line in row}
    cells = _half_ruled_cells([row for row in rows if row], edges)
    return Table(around(cells), cells, tuple(edges)), [line for line in lines if id(line) not in taken]


def _middle(line: Line) -> float:
    """Give the height of the middle of small letters."""
    return line.baseline - 0.3 * line.size


def _bands(heights: list[float]) -> list[tuple[float, float]]:
    """Give the stretches between neighbouring lines."""
    return list(itertools.pairwise(heights))


def _between(lines: list[Line], band: tuple[float, float]) -> list[Line]:
    """Give the lines of text in a band."""
    return [line for line in lines if band[0] <= _middle(line) < band[1]]


def _column_edges(lines: list[Line]) -> list[float]:
    """Give the left edges of columns that white space parts in all lines, or in all but an eighth of them."""
    pieces = [piece for line in lines for piece in segments(line, _GUTTER)]
    if not pieces:
        return []
    edges: list[float] = []
    for tolerated in (0, len(lines) // 8):
        edges = [min(piece.left for piece in pieces)]
        for start, end in _white_stretches(pieces, tolerated):
            beyond = sum(abs(piece.left - end) < _NARROWEST or piece.left >= end for piece in pieces)
            if beyond >= max(2, tolerated + 1):
                edges.append((start + end) / 2 if end - start < 2 * _EDGE else end - _EDGE)
        if len(edges) > 1:
            return edges
    return edges


def _white_stretches(pieces: list[Line], tolerated: int) -> list[tuple[float, float]]:
    """Give the stretches from left to right that at most so many pieces of text reach into."""
    events = sorted([(piece.left, 1) for piece in pieces] + [(piece.right, -1) for piece in pieces])
    size = sorted(piece.size for piece in pieces)[len(pieces) // 2]
    depth, start, result = 0, events[0][0], []
    has_begun = False
    for place, step in events:
        after = depth + step
        if depth > tolerated >= after:
            start = place
        elif depth <= tolerated < after:
            if has_begun and place - start >= _GUTTER * size:
                result.append((start, place))
            has_begun = True
        depth = after
    return result


def _outer_row(
    lines: list[Line], height: float, edges: list[float], inside: list[Line]
) -> tuple[list[Line], list[float]]:
    """Take the lines next to the first or last line across while they stand close and keep to the columns.

    No row unless two columns begin in it. The columns' edges may move a little to make room for it.
    """
    smallest, largest = min(line.size for line in inside), max(line.size for line in inside)
    row: list[Line] = []
    last = height
    for line in lines:
        near = min(abs(line.top - last), abs(line.bottom - last))
        if near > (0.6 if row else 1.2) * line.size or not 0.75 * smallest <= line.size <= 1.05 * largest:
            break
        wider = _column_edges([*inside, *row, line])
        if len(wider) < len(edges) or any(_crosses(piece, wider) for piece in segments(line, _GUTTER)):
            break
        row.append(line)
        edges = wider
        last = line.top if line.baseline < height else line.bottom
    columns = {_column(piece, edges) for line in row for piece in segments(line, _GUTTER)}
    return (row if len(columns) > 1 else []), edges


def _crosses(piece: Line, edges: Sequence[float]) -> bool:
    """Tell whether a piece of text reaches over the left edge of a column."""
    return any(piece.left < edge - _EDGE and piece.right > edge + 2 * _EDGE for edge in edges[1:])


def _column(piece: Line, edges: Sequence[float]) -> int:
    """Tell the column that the middle of a piece of text stands in."""
    middle = (piece.left + piece.right) / 2
    return max(sum(edge <= middle for edge in edges) - 1, 0)


def _half_ruled_cells(rows: list[list[Line]], edges: list[float]) -> list[Cell]:
    """Make the cells of rows; text that reaches over a column's edge makes its row one cell."""
    right = max(line.right for lines in rows for line in lines)
    cells: list[Cell] = []
    number = 0
    for lines in rows:
        columns: list[list[Line]] = [[] for _ in edges]
        pieces = [piece for line in lines for piece in segments(line, _GUTTER)]
        if any(_crosses(piece, edges) for piece in pieces):
            box = hull(lines)
            cells.append(Cell(number, 0, lines, (edges[0], box[1], right, box[3]), 1, len(edges)))
            number += 1
            continue
        for piece in pieces:
            columns[_column(piece, edges)].append(piece)
        for part in split_band(columns):
            cells += row_cells(number, part, edges, right)
            number += 1
    return cells


def split_band(columns: list[list[Line]]) -> list[list[list[Line]]]:
    """Cut a row of two columns that holds several: three or more labels with air between, each beside its value."""
    joined = [_one_per_line(pieces) for pieces in columns]
    if len(joined) == 2 and len(joined[0]) >= 3:
        rows = split_rows(joined[0], joined[1])
        pitch = line_pitch(joined[0], joined[1])
        airy = all(_is_apart(above, below, pitch) for above, below in itertools.pairwise(rows))
        if len(rows) >= 3 and airy and all(_begin_together(row) for row in rows):
            return [[row.labels, row.values] for row in rows]
    return [joined]


def _is_apart(above: Row, below: Row, pitch: float) -> bool:
    """Tell whether there is air between two rows."""
    last = max(line.baseline for line in (*above.labels, *above.values))
    first = min((line for line in (*below.labels, *below.values)), key=lambda line: line.baseline)
    return first.baseline - last > _LOOSE_PITCH * pitch * first.size


def _one_per_line(pieces: list[Line]) -> list[Line]:
    """Join pieces of one line again."""
    return make_lines(word for piece in pieces for word in piece.words)


def _begin_together(row: Row) -> bool:
    """Tell whether label and value begin on one line."""
    if not row.labels or not row.values:
        return False
    return abs(row.labels[0].baseline - row.values[0].baseline) <= 0.3 * row.labels[0].size
