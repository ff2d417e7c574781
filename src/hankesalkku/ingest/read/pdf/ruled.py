"""Ruled tables: lines that cross make a grid, and grid fields without a line between them are one cell."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from hankesalkku.ingest.read.pdf.areas import Cell, Table
from hankesalkku.ingest.read.pdf.half_ruled import split_band
from hankesalkku.ingest.read.pdf.lines import Line, hull, make_lines
from hankesalkku.ingest.read.pdf.marks import Rule
from hankesalkku.ingest.read.pdf.words import Word

_SNAP = 3.0
"""Lines closer than this are one: double borders, the edges of neighbouring cells."""
_MOST_RULES = 400
_MOST_FIELDS = 20_000


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join lines that lie on one another or go on in one another; the longest ones, if there are very many."""
    result: list[Rule] = []
    for group in _near(sorted(rules)):
        position = sum(rule.position for rule in group) / len(group)
        result += [Rule(position, start, end, drawn) for start, end, drawn in _joined(group)]
    if len(result) > _MOST_RULES:
        result = sorted(sorted(result, key=lambda rule: rule.start - rule.end)[:_MOST_RULES])
    return result


def _near(rules: Iterable[Rule]) -> Iterable[list[Rule]]:
    """Group lines at nearly the same position; a group is never wider than the snap."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.position - group[0].position > _SNAP:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _joined(group: list[Rule]) -> list[tuple[float, float, bool]]:
    """Join stretches of one line that touch."""
    stretches: list[tuple[float, float, bool]] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if stretches and rule.start - stretches[-1][1] <= _SNAP:
            start, end, drawn = stretches[-1]
            stretches[-1] = (start, max(end, rule.end), drawn or rule.is_drawn)
        else:
            stretches.append((rule.start, rule.end, rule.is_drawn))
    return stretches


class Grid:
    """Lines that hang together: the fields between them, and which fields are one cell."""

    def __init__(self, horizontal: list[Rule], vertical: list[Rule]) -> None:
        self.horizontal, self.vertical = horizontal, vertical
        ends = [x for rule in horizontal for x in (rule.start, rule.end)]
        self.xs = _positions([rule.position for rule in vertical] + [min(ends), max(ends)])
        ends = [y for rule in vertical for y in (rule.start, rule.end)]
        self.ys = _positions([rule.position for rule in horizontal] + [min(ends), max(ends)])

    @property
    def fields(self) -> int:
        """Count the fields."""
        return (len(self.xs) - 1) * (len(self.ys) - 1)

    @property
    def is_table(self) -> bool:
        """Tell whether drawn lines part it into columns."""
        return (
            2 <= self.fields <= _MOST_FIELDS
            and len(self.xs) > 2
            and any(rule.is_drawn for rule in self.vertical)
        )

    def field_of(self, word: Word) -> tuple[int, int] | None:
        """Tell row and column of the field that a word stands in, None outside."""
        x, y = (word.left + word.right) / 2, word.baseline - 0.3 * word.size
        row, column = bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1
        inside = 0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1
        return (row, column) if inside else None

    def regions(self) -> dict[tuple[int, int], tuple[int, int, int, int]]:
        """Tell for each field the cell it is in: first row and column, and row and column after the last."""
        parent = {
            (row, column): (row, column)
            for row in range(len(self.ys) - 1)
            for column in range(len(self.xs) - 1)
        }
        self._unite_beside(parent)
        self._unite_below(parent)
        members: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for place in parent:
            members[_root(parent, place)].append(place)
        return {place: _bounds(fields) for fields in members.values() for place in fields}

    def _unite_beside(self, parent: dict[tuple[int, int], tuple[int, int]]) -> None:
        """Unite fields beside each other that no line parts."""
        cover = _Cover(self.vertical)
        for row, (top, bottom) in enumerate(zip(self.ys, self.ys[1:], strict=False)):
            for column in range(1, len(self.xs) - 1):
                if not cover.at(self.xs[column], (top + bottom) / 2):
                    parent[_root(parent, (row, column))] = _root(parent, (row, column - 1))

    def _unite_below(self, parent: dict[tuple[int, int], tuple[int, int]]) -> None:
        """Unite fields below each other that no line parts."""
        cover = _Cover(self.horizontal)
        for column, (left, right) in enumerate(zip(self.xs, self.xs[1:], strict=False)):
            for row in range(1, len(self.ys) - 1):
                if not cover.at(self.ys[row], (left + right) / 2):
                    parent[_root(parent, (row, column))] = _root(parent, (row - 1, column))


class _Cover:
    """Where along each position lines are drawn."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = sorted(rules)
        self.positions = [rule.position for rule in self.rules]

    def at(self, position: float, along: float) -> bool:
        """Tell whether a line at this position passes the place along it."""
        first = bisect_right(self.positions, position - _SNAP)
        last = bisect_right(self.positions, position + _SNAP)
        return any(rule.start - _SNAP <= along <= rule.end + _SNAP for rule in self.rules[first:last])


def _positions(values: Iterable[float]) -> list[float]:
    """Give positions in order, those within the snap as one."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _SNAP:
            result.append(value)
    return result


def _root(parent: dict[tuple[int, int], tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    """Find the field that stands for a cell, and shorten the way to it."""
    root = place
    while parent[root] != root:
        root = parent[root]
    while parent[place] != root:
        parent[place], place = root, parent[place]
    return root


def _bounds(fields: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Give the rows and columns that fields take up."""
    rows, columns = [row for row, _ in fields], [column for _, column in fields]
    return min(rows), min(columns), max(rows) + 1, max(columns) + 1


def grids(horizontal: list[Rule], vertical: list[Rule]) -> list[Grid]:
    """Gather merged lines that touch each other into grids."""
    links = [
        (number, other)
        for number, across in enumerate(horizontal)
        for other, down in enumerate(vertical)
        if across.start - _SNAP <= down.position <= across.end + _SNAP
        and down.start - _SNAP <= across.position <= down.end + _SNAP
    ]
    parent = list(range(len(horizontal) + len(vertical)))
    for number, other in links:
        parent[_find(parent, number)] = _find(parent, len(horizontal) + other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for number, rule in enumerate([*horizontal, *vertical]):
        groups[_find(parent, number)][0 if number < len(horizontal) else 1].append(rule)
    return [Grid(across, down) for across, down in groups.values() if across and down]


def _find(parent: list[int], number: int) -> int:
    """Find the line that stands for a group."""
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def ruled_table(grid: Grid, words: Iterable[Word]) -> tuple[Table, list[Word]]:
    """Put words into the cells of a grid; the words outside it are handed back."""
    regions = grid.regions()
    inside: dict[tuple[int, int, int, int], list[Word]] = {
        region: [] for region in sorted(set(regions.values()))
    }
    outside: list[Word] = []
    for word in words:
        place = grid.field_of(word)
        if place is None:
            outside.append(word)
        else:
            inside[regions[place]].append(word)
    cells = [_cell(grid, region, held) for region, held in inside.items()]
    box = (grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1])
    return Table(box, subdivided(_numbered(cells)), tuple(grid.xs[:-1])), outside


def _cell(grid: Grid, region: tuple[int, int, int, int], words: list[Word]) -> Cell:
    """Make a cell of a region of the grid and the words in it."""
    top, left, bottom, right = region
    box = (grid.xs[left], grid.ys[top], grid.xs[right], grid.ys[bottom])
    return Cell(top, left, make_lines(words), box, bottom - top, right - left)


def _numbered(cells: Sequence[Cell]) -> list[Cell]:
    """Drop rows without any text and number the others from 0."""
    filled = sorted({cell.row for cell in cells if cell.lines})
    number = {row: index for index, row in enumerate(filled)}
    return [
        cell._replace(
            row=number[cell.row], rows=sum(cell.row <= row < cell.row + cell.rows for row in filled)
        )
        for cell in cells
        if cell.row in number
    ]


def subdivided(cells: list[Cell]) -> list[Cell]:
    """Cut rows of label and value that hold several, where lines part only the columns."""
    if not any(len(cell.lines) >= 3 and cell.column == 0 for cell in cells):
        return cells
    result: list[Cell] = []
    added = 0
    for row in _by_row(cells):
        is_pair = len(row) == 2 and all(cell.rows == 1 for cell in row)
        parts = split_band([cell.lines for cell in row]) if is_pair else []
        if len(parts) < 2:
            result += [cell._replace(row=cell.row + added) for cell in row]
            continue
        for number, part in enumerate(parts):
            result += [_part(cell, lines, added + number) for cell, lines in zip(row, part, strict=True)]
        added += len(parts) - 1
    return result


def _by_row(cells: list[Cell]) -> list[list[Cell]]:
    """Gather cells that begin in the same row."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    return list(rows.values())


def _part(cell: Cell, lines: list[Line], further: int) -> Cell:
    """Make a cell of a part of another one's lines, so many rows further down."""
    box = hull(lines) if lines else cell.box
    return cell._replace(row=cell.row + further, lines=lines, box=(cell.box[0], box[1], cell.box[2], box[3]))
