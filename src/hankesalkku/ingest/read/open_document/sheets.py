"""The sheets of an OpenDocument spreadsheet. Source: OpenDocument 1.3, part 3, 9 (tables) and 19.385 (value types)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, DecimalException

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import HiddenKind, NumericCell
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.open_document.inline import comment_text, plain_text
from hankesalkku.ingest.read.open_document.package import OpenStyle, attribute, count_of
from hankesalkku.ingest.read.sheet import Sheet
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.read.xml import Element, local_name

_NUMBERS = ("float", "percentage", "currency")
_HIDDEN = ("collapse", "filter")
_BOXES = ("frame", "custom-shape", "rect", "ellipse", "caption", "shapes")
_GROUPS = ("table-rows", "table-header-rows", "table-row-group")
_ASIDE = ("annotation", "shapes", *_BOXES)


def read_sheets(
    spreadsheet: Element, styles: dict[str, OpenStyle], limits: Limits, stream: Stream
) -> list[Sheet]:
    """Read all sheets; comments are reported to the stream.

    Raises:
        CannotRead: TOO_MANY_ROWS, beyond the used rows or columns; TOO_LARGE_UNPACKED.
    """
    return [_sheet(table, styles, limits, stream) for table in spreadsheet if local_name(table) == "table"]


def _sheet(table: Element, styles: dict[str, OpenStyle], limits: Limits, stream: Stream) -> Sheet:
    style = styles.get(attribute(table, "style-name"))
    sheet = Sheet(attribute(table, "name"), limits, is_hidden=style is not None and style.hides_table)
    _read_columns(sheet, table)
    row = 0
    for element in _rows(table):
        repeats = count_of(element, "number-rows-repeated")
        if not _is_blank(element):
            for number in range(row, row + repeats):
                _row(sheet, element, number, stream)
        row += repeats
    sheet.notes += [note for shapes in table if local_name(shapes) == "shapes" for note in _notes(shapes)]
    return sheet


def _rows(parent: Element) -> Iterator[Element]:
    for child in parent:
        name = local_name(child)
        if name == "table-row":
            yield child
        elif name in _GROUPS:
            yield from _rows(child)


def _is_blank(row: Element) -> bool:
    """Tell whether a row holds nothing, not even a comment: such a one may be repeated a million times."""
    return not plain_text(row) and not any(attribute(cell, "string-value") for cell in row)


def _read_columns(sheet: Sheet, table: Element) -> None:
    column = 0
    for element in table.iter():
        if local_name(element) == "table-column":
            repeats = count_of(element, "number-columns-repeated")
            if attribute(element, "visibility") in _HIDDEN:
                sheet.hidden_columns.append((column, column + repeats - 1))
            column += repeats


def _row(sheet: Sheet, row: Element, number: int, stream: Stream) -> None:
    if attribute(row, "visibility") in _HIDDEN:
        sheet.hidden_rows.add(number)
    column = 0
    for cell in row:
        repeats = count_of(cell, "number-columns-repeated")
        if len(cell) or attribute(cell, "value-type"):
            for place in range(column, column + repeats):
                _cell(sheet, cell, (number, place), stream)
        column += repeats


def _cell(sheet: Sheet, cell: Element, place: tuple[int, int], stream: Stream) -> None:
    text = "\u2029".join(_paragraph(child) for child in cell if local_name(child) == "p")
    if attribute(cell, "formula"):
        sheet.count_formula(*place, attribute(cell, "formula").partition(":")[2])
    sheet.put(*place, text or attribute(cell, "string-value"), _number(cell))
    rows, columns = count_of(cell, "number-rows-spanned"), count_of(cell, "number-columns-spanned")
    if rows > 1 or columns > 1:
        sheet.merges.append((*place, place[0] + rows - 1, place[1] + columns - 1))
    for child in cell:
        if local_name(child) == "annotation":
            stream.hide(HiddenKind.COMMENT, comment_text(child))
    for anchor in cell.iter("{*}a"):
        if not attribute(anchor, "href").startswith("#"):
            sheet.links[place] = attribute(anchor, "href")
    sheet.notes += _notes(cell)


def _paragraph(paragraph: Element) -> str:
    """Give the text of a cell's paragraph: spaces, tabs and line breaks are elements, line ends are layout."""
    parts = [" ".join((paragraph.text or "").split("\n"))]
    for child in paragraph:
        name = local_name(child)
        if name == "s":
            parts.append(" " * min(count_of(child, "c"), 1_000))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name not in _ASIDE:
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _number(cell: Element) -> NumericCell | None:
    """Give the value that a cell stores beside its text (office:value, office:date-value)."""
    kind = attribute(cell, "value-type")
    if kind == "date":
        try:
            return NumericCell(None, PartialDate.from_iso(attribute(cell, "date-value")[:10]))
        except ValueError:
            return None
    if kind not in _NUMBERS:
        return None
    try:
        value = Decimal(attribute(cell, "value"))
    except DecimalException:
        return None
    is_sensible = value.is_finite() and abs(value.adjusted()) <= 30
    return NumericCell(format(value.normalize(), "f")) if is_sensible else None


def _notes(parent: Element) -> list[str]:
    """Give the texts of the boxes that float over a sheet."""
    boxes = [child for child in parent if local_name(child) in _BOXES]
    return [text for text in map(plain_text, boxes) if text]
