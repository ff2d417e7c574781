"""The workbook around the sheets of an .xlsx file: their order, shared texts, number formats.

Source: ECMA-376, part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.ingest.read.office_package import OfficePackage, Relationship, relationship_key
from hankesalkku.ingest.read.spreadsheet.format import BUILT_IN, GENERAL
from hankesalkku.ingest.read.xml import Element, iterate, local_name
from hankesalkku.ingest.refusal import CannotRead, Reason

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Book:
    """What cells refer to: shared texts and number formats by their index, and the date system."""

    texts: list[str]
    formats: list[str]
    is_1904: bool

    def text(self, index: str) -> str:
        """Give a shared text, "" where there is none."""
        return self.texts[int(index)] if index.isdecimal() and int(index[:9]) < len(self.texts) else ""

    def number_format(self, index: str) -> str:
        """Give the number format of a cell style, General where there is none."""
        return (
            self.formats[int(index)] if index.isdecimal() and int(index[:9]) < len(self.formats) else GENERAL
        )


def read_book(package: OfficePackage, workbook: Element) -> Book:
    """Read what the cells of all sheets refer to."""
    settings = next((item for item in workbook if local_name(item) == "workbookPr"), None)
    is_1904 = settings is not None and settings.get("date1904", "") in _TRUE
    return Book(list(_shared_texts(package)), _formats(package.related(package.main, "styles")), is_1904)


def sheets_of(package: OfficePackage, workbook: Element) -> Iterator[tuple[str, bool, str]]:
    """Give the worksheets in their order: title, whether hidden, part."""
    parts: dict[str, Relationship] = {item.key: item for item in package.relationships(package.main)}
    for sheet in workbook.iter():
        if local_name(sheet) != "sheet":
            continue
        relation = parts.get(relationship_key(sheet) or "")
        if relation is not None and relation.kind == "worksheet":
            if relation.target not in package.archive:
                raise CannotRead(Reason.BROKEN, place=relation.target)
            yield sheet.get("name", ""), sheet.get("state", "visible") != "visible", relation.target


def text_of_runs(element: Element) -> str:
    """Give the text of a string item: its plain or rich text, without the reading aid of East Asian words."""
    parts = []
    for child in element:
        name = local_name(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.append(text_of_runs(child))
    return unescaped("".join(parts))


def unescaped(text: str) -> str:
    """Undo the escapes of characters that XML cannot hold (18.4.12, `_x000D_`); a carriage return is layout.

    >>> unescaped("a_x000D__x0041_")
    'aA'
    """
    return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text).replace("\r", "")


def _shared_texts(package: OfficePackage) -> Iterator[str]:
    for relation in package.relationships(package.main):
        if relation.kind == "sharedStrings" and relation.target in package.archive:
            for item in iterate(package.archive.read(relation.target), relation.target, ("si",)):
                yield text_of_runs(item)


def _formats(styles: Element | None) -> list[str]:
    """Give the number format of each cell style in its order."""
    own: dict[str, str] = {}
    formats: list[str] = []
    for group in () if styles is None else styles:
        if local_name(group) == "numFmts":
            own = {item.get("numFmtId", ""): item.get("formatCode", "") for item in group}
        elif local_name(group) == "cellXfs":
            keys = [item.get("numFmtId", "0") for item in group]
            formats = [own.get(key) or _built_in(key) for key in keys]
    return formats


def _built_in(key: str) -> str:
    return BUILT_IN.get(int(key), GENERAL) if key.isdecimal() and len(key) < 6 else GENERAL
