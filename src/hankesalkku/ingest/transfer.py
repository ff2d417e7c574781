"""A document as bytes, for the way from the guarded child to its parent: JSON of plain lists, never pickle.

The parent trusts nothing that comes back: kinds, numbers and spans are checked, what does not fit is refused.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable
from typing import TypeVar, cast

from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.place import Box
from hankesalkku.ingest.document import (
    PNG_SIGNATURE,
    Block,
    BlockKind,
    Hidden,
    HiddenKind,
    NumericCell,
    PagePicture,
    Properties,
    SourceDocument,
    SourceLink,
)
from hankesalkku.ingest.refusal import CannotRead, Reason

Row = list[object]
Value = TypeVar("Value")

_BLOCK_NUMBERS = slice(1, 10)
_KINDS = {kind.value: kind for kind in BlockKind}


class Garbled(ValueError):
    """Bytes that no reader of ours has written."""


def document_to_bytes(document: SourceDocument) -> bytes:
    """Write a document so that `document_from_bytes` gives an equal one."""
    embedded = document.embedded
    rows = [
        document.format,
        document.text,
        [_block_row(block) for block in document.blocks],
        [[link.url, link.start, link.end, link.page, link.box, link.in_text] for link in document.links],
        [[hidden.kind, hidden.count, hidden.excerpt, hidden.page] for hidden in document.hidden],
        _properties_row(document.properties),
        document.pages,
        document.is_wrapped,
        None if embedded is None else base64.b64encode(embedded).decode("ascii"),
        document.image_pages,
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def document_from_bytes(content: bytes) -> SourceDocument:
    """Read what `document_to_bytes` wrote.

    Raises:
        Garbled: the bytes are something else, or spans do not fit the text.
    """
    rows = _loaded(content)
    if len(rows) != 10:
        raise Garbled("not a document")
    text = _string(rows[1])
    return SourceDocument(
        _string(rows[0]),
        text,
        _all(rows[2], _block),
        _all(rows[3], _link),
        _all(rows[4], _hidden),
        _properties(rows[5]),
        _number_or_none(rows[6]),
        rows[7] is True,
        None if rows[8] is None else _bytes(rows[8]),
        tuple(_number(page) for page in _list(rows[9])),
    )


def refusal_to_bytes(refusal: CannotRead) -> bytes:
    """Write a refusal so that `refusal_from_bytes` gives the same reason, place and detail."""
    return json.dumps([refusal.reason, refusal.place, refusal.detail]).encode("utf-8")


def refusal_from_bytes(content: bytes) -> CannotRead:
    """Read what `refusal_to_bytes` wrote.

    Raises:
        Garbled: the bytes are something else.
    """
    rows = _loaded(content)
    if len(rows) != 3:
        raise Garbled("not a refusal")
    try:
        reason = Reason(_string(rows[0]))
    except ValueError as error:
        raise Garbled(str(error)) from None
    return CannotRead(reason, place=_string_or_none(rows[1]), detail=_string_or_none(rows[2]))


def picture_to_bytes(picture: PagePicture) -> bytes:
    """Write a picture so that `picture_from_bytes` gives an equal one: a line of its numbers, then the PNG."""
    numbers = [picture.number, picture.width_px, picture.height_px, picture.width_pt, picture.height_pt]
    return json.dumps(numbers).encode("ascii") + b"\n" + picture.png


def picture_from_bytes(content: bytes) -> PagePicture:
    """Read what `picture_to_bytes` wrote.

    Raises:
        Garbled: the bytes are something else.
    """
    head, _, png = content.partition(b"\n")
    numbers = _loaded(head)
    if len(numbers) != 5 or not png.startswith(PNG_SIGNATURE):
        raise Garbled("not a picture")
    number, width_px, height_px = map(_number, numbers[:3])
    width_pt, height_pt = map(_measure, numbers[3:])
    return PagePicture(number, png, width_px, height_px, width_pt, height_pt)


def are_sound(document: SourceDocument) -> bool:
    """Tell whether blocks are in order and every span lies inside the text."""
    end = 0
    for block in document.blocks:
        if not end <= block.start <= block.end:
            return False
        end = block.end
    length = len(document.text)
    return end <= length and all(0 <= link.start <= link.end <= length for link in document.links)


def _block_row(block: Block) -> Row:
    number = block.number
    day = number.day.iso if number is not None and number.day is not None else None
    return [
        block.kind,
        block.start,
        block.end,
        block.page,
        block.line,
        block.table,
        block.row,
        block.column,
        block.columns,
        block.rows,
        block.box,
        block.heading_level,
        None if number is None else [number.value, day, number.number_format],
    ]


def _block(value: object) -> Block:
    row = _list(value)
    if len(row) != 13 or not all(item is None or type(item) is int for item in row[_BLOCK_NUMBERS]):
        raise Garbled("not a block")
    start, end, page, line, table, row_number, column, columns, rows = cast("list[int]", row[_BLOCK_NUMBERS])
    number = None if row[12] is None else _numeric_cell(_list(row[12]))
    place = page, line, table, row_number, column, columns, rows
    return Block(_kind(row[0]), start, end, *place, _box(row[10]), _number(row[11]), number)


def _kind(value: object) -> BlockKind:
    kind = _KINDS.get(_string(value))
    if kind is None:
        raise Garbled("no kind of block")
    return kind


def _numeric_cell(row: Row) -> NumericCell:
    value, day, number_format = row if len(row) == 3 else (0, 0, 0)
    return NumericCell(_string_or_none(value), _day(day), _string(number_format))


def _link(value: object) -> SourceLink:
    row = _list(value)
    if len(row) != 6:
        raise Garbled("not a link")
    page = _number_or_none(row[3])
    return SourceLink(_string(row[0]), _number(row[1]), _number(row[2]), page, _box(row[4]), row[5] is True)


def _hidden(value: object) -> Hidden:
    row = _list(value)
    try:
        return Hidden(HiddenKind(_string(row[0])), _number(row[1]), _string(row[2]), _number_or_none(row[3]))
    except (ValueError, IndexError):
        raise Garbled("not hidden content") from None


def _properties_row(properties: Properties) -> Row:
    created = None if properties.created is None else properties.created.iso
    return [properties.title, properties.author, created, properties.language, properties.generator]


def _properties(value: object) -> Properties:
    row = _list(value)
    if len(row) != 5:
        raise Garbled("not properties")
    title, author, language, generator = (_string_or_none(row[place]) for place in (0, 1, 3, 4))
    return Properties(title, author, _day(row[2]), language, generator)


def _loaded(content: bytes) -> Row:
    try:
        return _list(json.loads(content))
    except (ValueError, RecursionError):
        raise Garbled("not JSON") from None


def _all(value: object, read: Callable[[object], Value]) -> tuple[Value, ...]:
    return tuple(map(read, cast("Iterable[object]", _list(value))))


def _list(value: object) -> Row:
    if not isinstance(value, list):
        raise Garbled("not a list")
    return value


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise Garbled("not a string")
    return value


def _string_or_none(value: object) -> str | None:
    return None if value is None else _string(value)


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(_string(value), validate=True)
    except ValueError:
        raise Garbled("not base64") from None


def _number(value: object) -> int:
    if type(value) is not int:
        raise Garbled("not a whole number")
    return value


def _number_or_none(value: object) -> int | None:
    return None if value is None else _number(value)


def _measure(value: object) -> float:
    if not isinstance(value, int | float):
        raise Garbled("not a measure")
    return float(value)


def _box(value: object) -> Box | None:
    if value is None:
        return None
    sides = _list(value)
    if len(sides) != 4 or not all(isinstance(side, int | float) for side in sides):
        raise Garbled("not a box")
    left, top, right, bottom = cast("list[float]", sides)
    return (left, top, right, bottom)


def _day(value: object) -> PartialDate | None:
    if value is None:
        return None
    try:
        return PartialDate.from_iso(_string(value))
    except ValueError as error:
        raise Garbled(str(error)) from None
