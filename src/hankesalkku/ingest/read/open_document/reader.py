"""Reader of OpenDocument texts (.odt) and sheets (.ods), straight from their XML.

Tracked insertions, notes and text boxes are read; deletions, comments and hidden content are reported.
Source: requirements, documents.md, section 1; OpenDocument 1.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.ingest.document import BlockKind, HiddenKind, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.open_document.inline import plain_text
from hankesalkku.ingest.read.open_document.package import (
    OpenPackage,
    OpenStyle,
    attribute,
    properties_of,
    read_styles,
)
from hankesalkku.ingest.read.open_document.sheets import read_sheets
from hankesalkku.ingest.read.open_document.walk import TextWalker
from hankesalkku.ingest.read.sheet import write_sheets
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.read.xml import Element, local_name
from hankesalkku.ingest.refusal import CannotRead, Reason

_HEADERS = ("header", "header-first", "header-left")
_FOOTERS = ("footer", "footer-first", "footer-left")


def read(content: bytes, limits: Limits) -> SourceDocument:
    """Read an OpenDocument text or sheet.

    Shapes of a text: as `word.read`; pages are given only where the soft page breaks agree with the page count that
    was saved, else None. Shapes of sheets: as `spreadsheet.read`.

    Raises:
        CannotRead: as `Archive` and `parse`; ENCRYPTED, WRONG_FORMAT, TOO_MANY_ROWS, NO_TEXT.
    """
    package = OpenPackage(content, limits)
    body = next((item for item in package.content if local_name(item) == "body"), None)
    for part in () if body is None else body:
        if local_name(part) == "text":
            return _read_text(package, part, limits)
        if local_name(part) == "spreadsheet":
            return _read_sheets(package, part, limits)
    raise CannotRead(Reason.WRONG_FORMAT, place="content.xml")


def _read_text(package: OpenPackage, text: Element, limits: Limits) -> SourceDocument:
    style_root = package.part("styles.xml")
    styles = read_styles(style_root, package.content)
    stream = Stream()
    walker = TextWalker(stream, styles, limits)
    metadata = package.metadata()
    pages = _pages(text, metadata.get("page-count", ""))
    masters = list(_masters(style_root, styles))
    _walk_furniture(walker, masters, _HEADERS, BlockKind.HEADER)
    walker.story.begin(1 if pages is not None else None)
    walker.walk(text, BlockKind.PARAGRAPH)
    walker.story.begin(None)
    _walk_furniture(walker, masters, _FOOTERS, BlockKind.FOOTER)
    _report_deletions(text, stream)
    package.report_foreign_content(stream)
    if not any(block.end > block.start for block in stream.blocks):
        raise CannotRead(Reason.NO_TEXT)
    return stream.document("odt", properties=properties_of(metadata), pages=pages)


def _read_sheets(package: OpenPackage, spreadsheet: Element, limits: Limits) -> SourceDocument:
    stream = Stream()
    sheets = read_sheets(spreadsheet, read_styles(package.content), limits, stream)
    write_sheets(stream, sheets)
    package.report_foreign_content(stream)
    if not stream.blocks:
        raise CannotRead(Reason.NO_TEXT)
    return stream.document("ods", properties=properties_of(package.metadata()))


def _pages(text: Element, saved: str) -> int | None:
    """Count pages, or say None: the marks of the last layout must agree with the count saved beside them."""
    marks = sum(1 for _ in text.iter("{*}soft-page-break"))
    return marks + 1 if marks and saved == str(marks + 1) else None


def _masters(root: Element | None, styles: dict[str, OpenStyle]) -> Iterator[Element]:
    """Find the page layouts in use: the first one, those that a style begins, and those that follow them."""
    items = [item for item in (() if root is None else root.iter()) if local_name(item) == "master-page"]
    by_name = {attribute(item, "name"): item for item in items}
    names = [attribute(item, "name") for item in items[:1]] + [style.master_page for style in styles.values()]
    used: dict[str, None] = {}
    while names:
        name = names.pop(0)
        if name in by_name and name not in used:
            used[name] = None
            names.append(attribute(by_name[name], "next-style-name"))
    yield from (by_name[name] for name in used)


def _walk_furniture(
    walker: TextWalker, masters: list[Element], names: tuple[str, ...], kind: BlockKind
) -> None:
    for master in masters:
        for part in master:
            if local_name(part) in names and attribute(part, "display") != "false":
                walker.walk(part, kind)


def _report_deletions(text: Element, stream: Stream) -> None:
    for item in text.iter("{*}deletion"):
        paragraphs = [child for child in item if local_name(child) != "change-info"]
        stream.hide(HiddenKind.DELETION, " ".join(map(plain_text, paragraphs)))
