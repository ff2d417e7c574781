"""Sheets of the binary formats .xls and .xlsb, by calamine, which gives values without number formats."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine as calamine

from hankesalkku.ingest.document import NumericCell
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.sheet import Sheet
from hankesalkku.ingest.read.spreadsheet.format import date_cell, number_cell
from hankesalkku.ingest.refusal import CannotRead, Reason

Value = int | float | str | bool | time | date | datetime | timedelta


def read_binary(content: bytes, limits: Limits) -> list[Sheet]:
    """Read the worksheets of a binary workbook.

    Raises:
        CannotRead: ENCRYPTED, BROKEN, TOO_MANY_ROWS.
    """
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            _sheet(
                book.get_sheet_by_name(item.name), item.visible != calamine.SheetVisibleEnum.Visible, limits
            )
            for item in book.sheets_metadata
            if item.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise CannotRead(Reason.ENCRYPTED) from None
    except calamine.CalamineError as error:
        raise CannotRead(Reason.BROKEN, detail=" ".join(str(error).split())[:120]) from None


def _sheet(source: calamine.CalamineSheet, is_hidden: bool, limits: Limits) -> Sheet:
    sheet = Sheet(source.name, limits, is_hidden)
    if source.start is None:
        return sheet
    for row, values in enumerate(_rows(source)):
        for column, value in enumerate(values):
            if value != "":
                sheet.put(row, column, *shown(value))
    sheet.merges = [(*start, *end) for start, end in source.merged_cell_ranges or ()]
    return sheet


def _rows(source: calamine.CalamineSheet) -> Iterable[list[Value]]:
    """Give the rows from the first of the sheet on, as addresses count them."""
    return source.to_python(skip_empty_area=False)


def shown(value: Value) -> tuple[str, NumericCell | None]:
    """Give what a person sees for a value whose number format is not known.

    >>> shown(1500.0)[0], shown(date(2022, 4, 12))[0]
    ('1500', '12.4.2022')
    """
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), None
    if isinstance(value, int | float):
        return number_cell(repr(value), "")
    if isinstance(value, datetime):
        return date_cell(value.date(), f"{value.hour}:{value.minute:02d}" if value.time() != time() else "")
    if isinstance(value, date):
        return date_cell(value, "")
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02d}", None
    if isinstance(value, timedelta):
        return number_cell(str(Decimal(value.total_seconds()) / 86_400), "[h]:mm")
    return value, None
