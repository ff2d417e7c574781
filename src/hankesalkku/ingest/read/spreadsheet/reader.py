"""Reader of Excel workbooks: .xlsx and .xlsm straight from their XML, .xls and .xlsb by calamine.

Own XML rather than openpyxl: links, hidden rows and cached values in one pass over used cells only, a tenth of the
start-up time. Source: requirements, documents.md, section 1, and section 3, H6 and H8.
"""

from __future__ import annotations

from hankesalkku.ingest.document import HiddenKind, Properties, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.archive import OLE_MAGIC, Archive, is_encrypted_office
from hankesalkku.ingest.read.office_package import OfficePackage
from hankesalkku.ingest.read.sheet import Sheet, write_sheets
from hankesalkku.ingest.read.spreadsheet.binary import read_binary
from hankesalkku.ingest.read.spreadsheet.book import read_book, sheets_of, text_of_runs
from hankesalkku.ingest.read.spreadsheet.worksheet import read_sheet
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.read.xml import Element, local_name
from hankesalkku.ingest.refusal import CannotRead, Reason

_BINARY_BOOK = "xl/workbook.bin"


def read(content: bytes, limits: Limits) -> SourceDocument:
    """Read a workbook: each visible sheet with a used cell is a table, each used cell a CELL.

    Shapes: `row` and `column` are the sheet's own from 0, `line` is the row as people count it; a number or date has
    its `NumericCell` beside the text that its format shows; text boxes follow their sheet as NOTE blocks.

    Raises:
        CannotRead: as `Archive` and `parse`; TOO_MANY_ROWS, ENCRYPTED, WRONG_FORMAT, NO_TEXT.
    """
    stream = Stream()
    if content.startswith(OLE_MAGIC):
        if is_encrypted_office(content):
            raise CannotRead(Reason.ENCRYPTED)
        return _document(stream, read_binary(content, limits), "xls")
    if _BINARY_BOOK in Archive(content, limits):
        return _document(stream, read_binary(content, limits), "xls")
    package = OfficePackage(content, limits)
    sheets = _sheets(package, stream, limits)
    package.report_foreign_content(stream)
    return _document(stream, sheets, "xlsx", package.properties())


def _sheets(package: OfficePackage, stream: Stream, limits: Limits) -> list[Sheet]:
    workbook = package.part(package.main)
    if workbook is None or local_name(workbook) != "workbook":
        raise CannotRead(Reason.WRONG_FORMAT, place=package.main)
    book = read_book(package, workbook)
    sheets = []
    for title, is_hidden, part in sheets_of(package, workbook):
        sheets.append(read_sheet(package, part, book, title=title, is_hidden=is_hidden, limits=limits))
        _report_comments(package.related(part, "comments"), stream)
    return sheets


def _report_comments(comments: Element | None, stream: Stream) -> None:
    for item in () if comments is None else comments.iter():
        if local_name(item) == "comment":
            texts = [text_of_runs(child) for child in item if local_name(child) == "text"]
            stream.hide(HiddenKind.COMMENT, " ".join(texts))


def _document(
    stream: Stream, sheets: list[Sheet], format_name: str, properties: Properties | None = None
) -> SourceDocument:
    write_sheets(stream, sheets)
    if not stream.blocks:
        raise CannotRead(Reason.NO_TEXT)
    return stream.document(format_name, properties=properties)
