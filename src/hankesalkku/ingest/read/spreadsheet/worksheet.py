"""One sheet of an .xlsx file, streamed row by row: what is used, what it shows, what is hidden, merged and linked.

The XML is walked by us, because a library that knows a sheet by its claimed size walks 17 billion empty cells.
Source: ECMA-376, part 1, 18.3 (worksheets).
"""

from __future__ import annotations

import re

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.ingest.document import NumericCell
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.office_package import OfficePackage, joined_address, relationship_key
from hankesalkku.ingest.read.sheet import Area, Sheet
from hankesalkku.ingest.read.spreadsheet.book import Book, text_of_runs, unescaped
from hankesalkku.ingest.read.spreadsheet.format import date_cell, number_cell
from hankesalkku.ingest.read.xml import Element, iterate, local_name

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.IGNORECASE)
_LINK_FORMULA = re.compile(r'\s*HYPERLINK\(\s*"([^"]*)"', re.IGNORECASE)
_LINKED_CELLS = 1_000
_TRUE = ("1", "true", "on")


def read_sheet(
    package: OfficePackage, part: str, book: Book, *, title: str, is_hidden: bool, limits: Limits
) -> Sheet:
    """Read a sheet's used cells.

    Raises:
        CannotRead: TOO_MANY_ROWS beyond the used rows or columns, or as `iterate`.
    """
    sheet = Sheet(title, limits, is_hidden)
    targets = {item.key: item.target for item in package.relationships(part) if item.is_external}
    names = ("col", "row", "mergeCell", "hyperlink")
    row = -1
    for element in iterate(package.archive.read(part), part, names):
        name = local_name(element)
        if name == "row":
            row = _row(sheet, element, row, book)
        elif name == "col":
            _column(sheet, element)
        elif name == "mergeCell":
            area = area_of(element.get("ref", ""))
            sheet.merges += [area] if area is not None else []
        else:
            _hyperlink(sheet, element, targets)
    _read_drawings(package, part, sheet)
    return sheet


def area_of(reference: str) -> Area | None:
    """Read `A1` or `A1:C3`, None if it is neither.

    >>> area_of("B2:AA10")
    (1, 1, 9, 26)
    """
    first, _, last = reference.partition(":")
    start, end = _ADDRESS.fullmatch(first), _ADDRESS.fullmatch(last or first)
    if start is None or end is None:
        return None
    rows = sorted((int(start.group(2)) - 1, int(end.group(2)) - 1))
    columns = sorted((_column_number(start.group(1)), _column_number(end.group(1))))
    return rows[0], columns[0], rows[1], columns[1]


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _row(sheet: Sheet, element: Element, before: int, book: Book) -> int:
    """Read a row and give its number; one that does not say its place follows the row before."""
    said = element.get("r", "")
    row = int(said) - 1 if said.isdecimal() and 0 < len(said) < 8 and int(said) else before + 1
    if element.get("hidden") in _TRUE:
        sheet.hidden_rows.add(row)
    column = -1
    for cell in element:
        area = area_of(cell.get("r", ""))
        column = area[1] if area is not None else column + 1
        _cell(sheet, cell, (row, column), book)
    return row


def _cell(sheet: Sheet, cell: Element, place: tuple[int, int], book: Book) -> None:
    parts = {local_name(child): child for child in cell}
    formula = parts.get("f")
    code = (formula.text or "").strip() if formula is not None else ""
    stored = parts["v"].text or "" if "v" in parts else ""
    if formula is not None:
        sheet.count_formula(*place, f"={code}")
        link = _LINK_FORMULA.match(code)
        if link is not None:
            sheet.links[place] = link.group(1)
    if not stored and code:
        sheet.put(*place, f"={code}")
        return
    inline = parts.get("is")
    text, number = (text_of_runs(inline), None) if inline is not None else _shown(cell, stored, book)
    sheet.put(*place, text, number)


def _shown(cell: Element, stored: str, book: Book) -> tuple[str, NumericCell | None]:
    """Give what a stored value shows, by the cell's type (18.18.11)."""
    kind = cell.get("t", "n")
    if kind == "s":
        return book.text(stored.strip()), None
    if kind == "b":
        return ("TRUE" if stored.strip() in _TRUE else "FALSE") if stored else "", None
    number_format = book.number_format(cell.get("s", ""))
    if kind == "d":
        return _iso_date(stored, number_format)
    if kind == "n" and stored:
        return number_cell(stored, number_format, is_1904=book.is_1904)
    return unescaped(stored), None


def _iso_date(stored: str, number_format: str) -> tuple[str, NumericCell | None]:
    try:
        day = PartialDate.from_iso(stored[:10]).exact
    except ValueError:
        return stored, None
    clock = stored[11:16] if stored[11:16] not in ("", "00:00") else ""
    return date_cell(day, clock, number_format) if day is not None else (stored, None)


def _column(sheet: Sheet, element: Element) -> None:
    first, last = element.get("min", ""), element.get("max", "")
    if element.get("hidden") in _TRUE and first.isdecimal() and last.isdecimal() and len(first + last) < 15:
        sheet.hidden_columns.append((int(first) - 1, int(last) - 1))


def _hyperlink(sheet: Sheet, element: Element, targets: dict[str, str]) -> None:
    """Note a link for each cell of its area; a large area has it at its first cell only."""
    area = area_of(element.get("ref", ""))
    target = targets.get(relationship_key(element) or "")
    if area is None or not target:
        return
    address = joined_address(target, element.get("location", ""))
    top, left, bottom, right = area
    if (bottom - top + 1) * (right - left + 1) > _LINKED_CELLS:
        bottom, right = top, left
    for row in range(top, bottom + 1):
        sheet.links.update(((row, column), address) for column in range(left, right + 1))


def _read_drawings(package: OfficePackage, part: str, sheet: Sheet) -> None:
    """Read the text boxes that float over a sheet."""
    for relation in package.relationships(part):
        if relation.kind == "drawing" and relation.target in package.archive:
            root = package.part(relation.target)
            for body in () if root is None else root.iter("{*}txBody"):
                lines = ["".join(item.text or "" for item in line.iter("{*}t")) for line in body.iter("{*}p")]
                text = "\u2029".join(line for line in lines if line.strip())
                sheet.notes += [text] if text else []
