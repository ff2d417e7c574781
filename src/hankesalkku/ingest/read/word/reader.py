"""Reader of Word files (.docx, .docm, transitional and strict): every character a reader of the page sees.

Tracked insertions, content controls, field hyperlinks, text boxes and notes are read; deletions, comments, hidden
text and foreign content are reported. Source: requirements, documents.md, section 1; ECMA-376.
"""

from __future__ import annotations

from hankesalkku.ingest.document import BlockKind, HiddenKind, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.office_package import OfficePackage, relationship_key
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.read.word.fields import child_named, is_on, value_of
from hankesalkku.ingest.read.word.styles import read_styles
from hankesalkku.ingest.read.word.walk import Links, Walker, plain_text
from hankesalkku.ingest.read.xml import Element, local_name
from hankesalkku.ingest.refusal import CannotRead, Reason

_NOTES = (("footnotes", "footnoteReference"), ("endnotes", "endnoteReference"))


def read(content: bytes, limits: Limits) -> SourceDocument:
    """Read a Word file.

    Shapes: running headers first, then the body, text boxes and notes behind the paragraph or table that holds them,
    footers last. `line` counts non-empty paragraphs and table rows, within the page where pages are known. Pages are
    given only where Word's own page marks agree with the page count it saved, else None.

    Raises:
        CannotRead: as `Archive` and `parse`; WRONG_FORMAT without a document, DUPLICATE_PART with two,
            NO_TEXT where nothing is visible.
    """
    package = OfficePackage(content, limits)
    root = package.part(package.main)
    body = child_named(root, "body")
    if body is None:
        raise CannotRead(Reason.WRONG_FORMAT, place=package.main)
    stream = Stream()
    pages = _pages(package, body)
    _walk(package, body, Walker(stream, read_styles(package.related(package.main, "styles"))), pages)
    _report_comments(package, stream)
    package.report_foreign_content(stream)
    if not any(block.end > block.start for block in stream.blocks):
        raise CannotRead(Reason.NO_TEXT)
    return stream.document("docx", properties=package.properties(), pages=pages)


def _walk(package: OfficePackage, body: Element, walker: Walker, pages: int | None) -> None:
    for part, reference in _NOTES:
        for relation in package.relationships(package.main):
            if relation.kind == part and not relation.is_external:
                walker.add_notes(reference, package.part(relation.target), _links(package, relation.target))
    headers, footers = (
        _furniture(package, body, "headerReference"),
        _furniture(package, body, "footerReference"),
    )
    for part in headers:
        _walk_part(package, part, walker, BlockKind.HEADER)
    walker.story.begin(1 if pages is not None else None)
    walker.walk(body, BlockKind.PARAGRAPH, _links(package, package.main))
    walker.story.begin(None)
    for part in footers:
        _walk_part(package, part, walker, BlockKind.FOOTER)


def _walk_part(package: OfficePackage, name: str, walker: Walker, kind: BlockKind) -> None:
    root = package.part(name)
    if root is not None:
        walker.walk(root, kind, _links(package, name))


def _links(package: OfficePackage, part: str) -> Links:
    """Give the hyperlink targets of a part by their relationship's key."""
    return {
        relation.key: relation.target
        for relation in package.relationships(part)
        if relation.kind == "hyperlink" and relation.is_external
    }


def _furniture(package: OfficePackage, body: Element, reference: str) -> list[str]:
    """List the header or footer parts that some page shows, each once."""
    targets = {relation.key: relation.target for relation in package.relationships(package.main)}
    has_even = is_on(child_named(package.related(package.main, "settings"), "evenAndOddHeaders"))
    parts: dict[str, None] = {}
    for section in body.iter("{*}sectPr"):
        shown = {"default": True, "even": has_even, "first": is_on(child_named(section, "titlePg"))}
        for item in section:
            kind = value_of(item, "type") or "default"
            if local_name(item) == reference and shown.get(kind, True):
                parts[targets.get(relationship_key(item) or "", "")] = None
    return [part for part in parts if part]


def _pages(package: OfficePackage, body: Element) -> int | None:
    """Count pages, or say None: Word's marks of its last layout must agree with the count it saved.

    A file without a mark says nothing: other writers copy the count 1 from an empty template.
    """
    marks = sum(1 for _ in body.iter("{*}lastRenderedPageBreak"))
    return marks + 1 if marks and package.page_count() == marks + 1 else None


def _report_comments(package: OfficePackage, stream: Stream) -> None:
    comments = package.related(package.main, "comments")
    for comment in () if comments is None else comments:
        stream.hide(HiddenKind.COMMENT, plain_text(comment))
