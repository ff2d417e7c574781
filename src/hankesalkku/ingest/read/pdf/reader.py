"""Reader of PDF files: text with its place from pdfium, and our own geometry of lines and tables.

Every visible character that pdfium gives for a page is in the stream once. Text that the page does not show is in it
too and is reported as hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pypdfium2 import PdfDocument, PdfiumError, PdfPage, raw

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.allowance import announce_pages
from hankesalkku.ingest.document import HiddenKind, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.pdf import native
from hankesalkku.ingest.read.pdf.anchors import PageAnchors, join_links
from hankesalkku.ingest.read.pdf.annotations import draw_notes, page_notes
from hankesalkku.ingest.read.pdf.compose import Composer
from hankesalkku.ingest.read.pdf.furniture import recurring
from hankesalkku.ingest.read.pdf.layout import Page, page_areas, survey
from hankesalkku.ingest.read.pdf.links import FoundLink, find_links, page_links
from hankesalkku.ingest.read.pdf.marks import Marks, page_marks
from hankesalkku.ingest.read.pdf.properties import embedded_cards, properties
from hankesalkku.ingest.read.pdf.words import Frame, Word, page_words
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.refusal import CannotRead, Reason

_SIGNATURE = b"%PDF-"
_SIGNATURE_WITHIN = 1_024
_FEW_CHARACTERS = 20
_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


class _Survey(NamedTuple):
    """A page as surveyed, the page as shown, and what it has beside its text."""

    page: Page
    shown: Frame
    is_picture: bool
    hidden: str
    comments: list[str]


def read(content: bytes, limits: Limits) -> SourceDocument:
    """Read a PDF.

    Raises:
        CannotRead: empty, another format, encrypted, broken, or more pages than `limits.pdf_pages`.
    """
    document = open_document(content)
    try:
        pages = len(document)
        if pages > limits.pdf_pages:
            raise CannotRead(Reason.TOO_MANY_PAGES, detail=str(limits.pdf_pages))
        announce_pages(pages)
        surveys = list(_surveys(document, pages))
        return _assemble(document, surveys, embedded_cards(document, limits.unpacked_bytes))
    finally:
        document.close()


def open_document(content: bytes) -> PdfDocument:
    """Open a PDF from memory.

    Raises:
        CannotRead: empty, another format, encrypted, or broken.
    """
    if not content:
        raise CannotRead(Reason.EMPTY)
    if _SIGNATURE not in content[:_SIGNATURE_WITHIN]:
        raise CannotRead(Reason.WRONG_FORMAT, detail="%PDF-")
    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) in _LOCKED
        raise CannotRead(Reason.ENCRYPTED if locked else Reason.BROKEN) from error
    if len(document) == 0:
        document.close()
        raise CannotRead(Reason.BROKEN)
    return document


def _surveys(document: PdfDocument, pages: int) -> Iterator[_Survey]:
    """Survey each page in turn, holding one open at a time."""
    for number in range(1, pages + 1):
        page = open_page(document, number)
        links = list(find_links(native.handle(document), native.handle(page)))
        notes = page_notes(native.handle(page))
        if notes.are_drawn and draw_notes(native.handle(page)):
            page.close()
            page = open_page(document, number)
        try:
            yield _survey(page, links, notes.comments, number, pages)
        finally:
            page.close()


def open_page(document: PdfDocument, number: int) -> PdfPage:
    """Open a page, counted from 1.

    Raises:
        CannotRead: the page is broken.
    """
    try:
        return document[number - 1]
    except PdfiumError as error:
        raise CannotRead(Reason.BROKEN, place=str(number)) from error


def _survey(page: PdfPage, found: list[FoundLink], comments: list[str], number: int, pages: int) -> _Survey:
    """Read the words, links and marks of an open page."""
    try:
        text_page = page.get_textpage()
    except PdfiumError as error:
        raise CannotRead(Reason.BROKEN, place=str(number)) from error
    box = tuple(page.get_bbox())
    words, frame = page_words(native.handle(text_page), box)
    marks = page_marks(native.handle(page), frame)
    links = page_links(found, native.handle(text_page), words, frame)
    shown = Frame.of(page.get_rotation() // 90, box)
    is_picture = bool(marks.pictures) and sum(len(word.text) for word in words) < _FEW_CHARACTERS
    surveyed = survey(number, pages, words, links, frame, marks)
    return _Survey(surveyed, shown, is_picture, _hidden(words, marks, frame), comments)


def _hidden(words: list[Word], marks: Marks, frame: Frame) -> str:
    """Give the text of a page that nobody sees: invisible, white on nothing, or beside the page."""
    hidden = marks.hidden
    width, height = frame.width, frame.height
    return " ".join(
        word.text
        for word in words
        if word.right < 0
        or word.left > width
        or not 0 < word.baseline < height + word.size
        or (hidden and _is_covered(word, hidden))
    )


def _is_covered(word: Word, boxes: list[Box]) -> bool:
    """Tell whether the middle of a word stands in one of the boxes."""
    x, y = (word.left + word.right) / 2, word.baseline - 0.3 * word.size
    return any(left <= x <= right and top - 1 <= y <= bottom + 1 for left, top, right, bottom in boxes)


def _assemble(document: PdfDocument, surveys: list[_Survey], embedded: bytes | None) -> SourceDocument:
    """Put the pages together."""
    stream = Stream()
    composer = Composer(stream)
    anchors = _compose(composer, surveys)
    composer.rank_headings()
    draft = stream.document("pdf")
    parts = [part for page, place in anchors for part in place.place(page.links, draft.blocks)]
    for link in join_links(parts, draft.text, draft.blocks):
        stream.link(link.url, link.start, link.end, page=link.page, box=link.box)
    return stream.document(
        "pdf",
        properties=properties(document),
        pages=len(surveys),
        is_wrapped=True,
        embedded=embedded,
        image_pages=tuple(survey.page.number for survey in surveys if survey.is_picture),
    )


def _compose(composer: Composer, surveys: list[_Survey]) -> list[tuple[Page, PageAnchors]]:
    """Write all pages; tell for those with links where their words stand."""
    found = recurring(survey.page.edges for survey in surveys)
    anchors = []
    for page, shown, _, hidden, comments in surveys:
        areas = page_areas(page, found, composer.last_table)
        offsets = composer.add_page(page.number, areas, page.frame, shown)
        if page.links:
            anchors.append((page, PageAnchors(page.number, offsets, page.frame, shown)))
        if hidden:
            composer.stream.hide(HiddenKind.HIDDEN_TEXT, hidden, page=page.number)
        for comment in comments:
            composer.stream.hide(HiddenKind.COMMENT, comment, page=page.number)
    return anchors
