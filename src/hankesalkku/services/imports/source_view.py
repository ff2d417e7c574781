"""The source beside a card: pages of a PDF with the places of its rows, or lines of text with them marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from hankesalkku.core.values.place import Place
from hankesalkku.ingest.source_text import SourceLine, SourcePage, SourcePiece
from hankesalkku.services.imports.seen import FieldSeen, ReviewSeen
from hankesalkku.services.imports.source_pages import kept_text
from hankesalkku.store.queries.imports import ImportedFileSeen, PictureSeen, pictures_of

LINES_AROUND = 3
"""So many lines are shown above and below those that a card was read from."""


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A rectangle on a page, in points as SVG reads them, and the number of the row read there (0: nobody read it)."""

    field: int
    label: str
    left: str
    top: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class RunSeen:
    """A run of text and the number of the row that was read from it, 0 for none, -1 for text left over."""

    text: str
    field: int


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line of the source, or a row of a table with its cells' runs; `gap` says that lines above are not shown."""

    number: int
    cells: tuple[tuple[RunSeen, ...], ...]
    gap: bool = False


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A page of a file: its picture with places, or its lines where there is no picture."""

    file: ImportedFileSeen
    page: int
    picture: PictureSeen | None
    places: tuple[PlaceSeen, ...]
    lines: tuple[LineSeen, ...]

    @property
    def view_box(self) -> str:
        """Give the page's size in points as SVG reads it."""
        return f"0 0 {self.picture.points_wide:.1f} {self.picture.points_high:.1f}" if self.picture else ""


def source_sheets(review: ReviewSeen, *, whole: bool = False) -> tuple[SheetSeen, ...]:
    """Give the pages that a card was read from, file by file; `whole` gives all lines of them."""
    sheets: list[SheetSeen] = []
    for file in review.batch.files:
        fields = [field for field in review.fields if field.file == file.id and field.places]
        if fields:
            sheets += _of_file(review, file, fields, whole=whole)
    return tuple(sheets)


def text_sheets(organisation: UUID, file: ImportedFileSeen) -> tuple[SheetSeen, ...]:
    """Give a file's text whole, without places."""
    return tuple(
        SheetSeen(file, page.number, None, (), _lines(page, {}, (), whole=True))
        for page in kept_text(organisation, file.text)
    )


def _of_file(
    review: ReviewSeen, file: ImportedFileSeen, fields: Sequence[FieldSeen], *, whole: bool
) -> list[SheetSeen]:
    organisation = review.batch.organisation
    pictures = pictures_of(organisation, file.id)
    numbers = sorted({place.page for field in fields for place in field.places if place.page})
    if numbers and all(number in pictures for number in numbers):
        left = [
            p for one in review.leftovers if one.file == file.id and one.state == "open" for p in one.places
        ]
        return [
            SheetSeen(file, number, pictures[number], _places(fields, left, number), ()) for number in numbers
        ]
    spans = {field.number: field.places for field in fields}
    left = [place for one in review.leftovers if one.file == file.id for place in one.places]
    found = []
    for page in kept_text(organisation, file.text):
        lines = _lines(page, spans, left, whole=whole)
        if lines and any(run.field > 0 for line in lines for cell in line.cells for run in cell):
            found.append(SheetSeen(file, page.number, None, (), lines))
    return found


def _places(fields: Iterable[FieldSeen], left: Iterable[Place], page: int) -> tuple[PlaceSeen, ...]:
    boxes = [(field.number, field.label, place) for field in fields for place in field.places]
    boxes += [(0, "", place) for place in left]
    found = []
    for number, label, place in boxes:
        if place.page == page and place.box is not None:
            x, y, right, bottom = place.box
            sides = (x, y, right - x, bottom - y)
            found.append(PlaceSeen(number, label, *(f"{side:.1f}" for side in sides)))
    return tuple(found)


def _lines(
    page: SourcePage, spans: Mapping[int, Sequence[Place]], left: Sequence[Place], *, whole: bool
) -> tuple[LineSeen, ...]:
    marks = [(place.start, place.end, number) for number, places in spans.items() for place in places]
    marks += [(place.start, place.end, -1) for place in left]
    drawn = [(line, tuple(_runs(piece, marks) for piece in line.pieces)) for line in page.lines]
    wanted = _wanted(drawn) if not whole else range(len(drawn))
    found, before = [], -1
    for place in wanted:
        line, cells = drawn[place]
        found.append(LineSeen(line.number, cells, gap=place != before + 1))
        before = place
    return tuple(found)


def _wanted(drawn: Sequence[tuple[SourceLine, tuple[tuple[RunSeen, ...], ...]]]) -> list[int]:
    """Tell which lines are shown: those with a place of the card, and some around."""
    hits = [i for i, (_, cells) in enumerate(drawn) if any(run.field > 0 for cell in cells for run in cell)]
    near = {i for hit in hits for i in range(hit - LINES_AROUND, hit + LINES_AROUND + 1)}
    return sorted(i for i in near if 0 <= i < len(drawn))


def _runs(piece: SourcePiece, marks: Iterable[tuple[int, int, int]]) -> tuple[RunSeen, ...]:
    """Cut a piece's text at the places' edges."""
    near = [mark for mark in marks if mark[0] < piece.end and mark[1] > piece.start]
    if not near:
        return (RunSeen(piece.text, 0),)
    edges = {piece.start, piece.end}
    for start, end, _ in near:
        edges |= {min(max(start, piece.start), piece.end), min(max(end, piece.start), piece.end)}
    cuts = sorted(edges)
    runs = []
    for start, end in pairwise(cuts):
        field = next((number for a, b, number in near if a <= start and end <= b), 0)
        runs.append(RunSeen(piece.text[start - piece.start : end - piece.start], field))
    return tuple(runs)
