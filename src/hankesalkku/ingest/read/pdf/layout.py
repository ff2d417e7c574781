"""The layout of a PDF page: what stands in tables, what stands around them, what belongs to every page.

First each page by itself (`survey`), then, knowing what comes again on other pages, its areas in reading order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hankesalkku.ingest.document import BlockKind
from hankesalkku.ingest.read.pdf.areas import Area, Passage, Table
from hankesalkku.ingest.read.pdf.furniture import Edge, Recurring, furniture, page_edges
from hankesalkku.ingest.read.pdf.half_ruled import hairlines, half_ruled_tables
from hankesalkku.ingest.read.pdf.lines import Line, hull, make_lines
from hankesalkku.ingest.read.pdf.links import PageLink
from hankesalkku.ingest.read.pdf.marks import Marks, Rule
from hankesalkku.ingest.read.pdf.rows import line_pitch
from hankesalkku.ingest.read.pdf.ruled import grids, merged, ruled_table
from hankesalkku.ingest.read.pdf.unruled import Columns, unruled_tables
from hankesalkku.ingest.read.pdf.words import Frame, Word

_PARAGRAPH_PITCH = 1.25
_SAME_SIZE = 0.08
_NEAR_RUNNING = 20.0


@dataclass(slots=True)
class Page:
    """A page as surveyed: its words, its ruled tables, and the words left over for the rest."""

    number: int
    frame: Frame
    words: list[Word]
    links: list[PageLink]
    tables: list[Table]
    lines: list[Line]
    """Lines of text outside the ruled tables."""
    rules: list[Rule]
    """Long lines across outside the ruled tables."""
    edges: tuple[Edge, Edge]


def survey(
    number: int, pages: int, words: list[Word], links: list[PageLink], frame: Frame, marks: Marks
) -> Page:
    """Find the ruled tables of a page and its outermost lines."""
    tables, free, across = _ruled(words, marks)
    lines = make_lines(free)
    edges = page_edges(lines, words, tables, frame.height, number, pages)
    return Page(number, frame, words, links, tables, lines, hairlines(across, free, frame.width), edges)


def _ruled(words: list[Word], marks: Marks) -> tuple[list[Table], list[Word], list[Rule]]:
    """Read the ruled tables, inner ones first; hand back the words and the lines across that are in none."""
    horizontal, vertical = merged(marks.horizontal), merged(marks.vertical)
    found = [grid for grid in grids(horizontal, vertical) if grid.is_table]
    tables: list[Table] = []
    free = words
    for grid in sorted(found, key=lambda grid: (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])):
        table, free_after = ruled_table(grid, free)
        if table.cells:
            tables.append(table)
            free = free_after
    used = {rule for grid in found for rule in grid.horizontal}
    return tables, free, [rule for rule in horizontal if rule not in used]


def page_areas(page: Page, found: Recurring, before: Table | None) -> list[Area]:
    """Give the areas of a page in reading order; `before` is the table that the page before ended with."""
    running = [
        Passage(hull([line]), [line], edge.kind) for edge in page.edges for line in furniture(edge, found)
    ]
    taken = {id(line) for passage in running for line in passage.lines}
    lines = [line for line in page.lines if id(line) not in taken]
    rules = _without_running(page.rules, running, lines)
    half_ruled, lines = half_ruled_tables(rules, lines)
    tables = [*page.tables, *half_ruled]
    heights = [rule.position for rule in rules]
    for stretch in _stretches(lines, tables):
        unruled = unruled_tables(stretch, heights, _columns(before))
        tables += [table for table, _ in unruled]
        used = {id(line) for _, held in unruled for line in held}
        running += _passages([line for line in stretch if id(line) not in used], tables)
    return sorted([*tables, *running], key=_reading_order)


def _without_running(rules: list[Rule], running: list[Passage], lines: list[Line]) -> list[Rule]:
    """Leave out the line that parts a running header or footer from the text."""
    header = max((area.box[3] for area in running if area.kind is BlockKind.HEADER), default=None)
    footer = min((area.box[1] for area in running if area.kind is BlockKind.FOOTER), default=None)
    if header is not None and rules and lines and abs(rules[0].position - header) <= _NEAR_RUNNING:
        rules = rules[1:]
    if footer is not None and rules and lines and abs(rules[-1].position - footer) <= _NEAR_RUNNING:
        rules = rules[:-1]
    return rules


def _columns(table: Table | None) -> Columns | None:
    """Give the columns of a table that may go on, if it has two."""
    if table is None or len(table.edges) != 2:
        return None
    return Columns(table.edges[0], table.edges[1], table.pitch)


def _reading_order(area: Area) -> tuple[int, float, float]:
    """Put headers first, footers last, the rest from top to bottom."""
    kind = area.kind if isinstance(area, Passage) else BlockKind.CELL
    order = {BlockKind.HEADER: 0, BlockKind.FOOTER: 2}.get(kind, 1)
    return order, area.box[1], area.box[0]


def _stretches(lines: list[Line], tables: Sequence[Table]) -> list[list[Line]]:
    """Cut lines into stretches that no table stands between."""
    if not tables or not lines:
        return [lines] if lines else []
    tops = sorted(table.box[1] for table in tables)
    stretches: dict[int, list[Line]] = {}
    for line in lines:
        stretches.setdefault(sum(top <= line.baseline for top in tops), []).append(line)
    return list(stretches.values())


def _passages(lines: list[Line], tables: Sequence[Table]) -> list[Passage]:
    """Gather lines into paragraphs: of one size, at the line pitch, with no table between."""
    pitch = line_pitch(lines, [])
    tops = sorted(table.box[1] for table in tables)
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if (
            last
            and _goes_on(last, line, pitch)
            and not any(last.baseline < top < line.baseline for top in tops)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Passage(hull(group), group) for group in groups]


def _goes_on(last: Line, line: Line, pitch: float) -> bool:
    """Tell whether a line belongs to the same paragraph as the one above."""
    size = max(last.size, line.size)
    if abs(last.size - line.size) > _SAME_SIZE * size:
        return False
    return line.baseline - last.baseline <= _PARAGRAPH_PITCH * pitch * size
