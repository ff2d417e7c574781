"""The stream that every reader writes into: text, and blocks, links and findings as spans over it.

Readers append; the stream counts. What reaches the text is clean by construction: no control characters, no
lone surrogates, every character replaced one for one, so that positions hold.
"""

from __future__ import annotations

import re
from typing import TypedDict, Unpack

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.document import (
    LINE_BREAK,
    PARAGRAPH_BREAK,
    Block,
    BlockKind,
    Hidden,
    HiddenKind,
    NumericCell,
    Properties,
    SourceDocument,
    SourceLink,
)
from hankesalkku.ingest.limits import MEBIBYTE
from hankesalkku.ingest.refusal import CannotRead, Reason

EXCERPT_LENGTH = 80
TEXT_LENGTH = 16 * MEBIBYTE
"""How many characters a document may hold: a small file may repeat one long text without end."""
BLOCKS = 300_000
"""How many blocks a document may hold, about 75 MB of them: a report of a thousand projects has 30 000."""
HIDDEN_KINDS = 1_000
"""How many pieces of hidden content are told apart; what is more adds up by its kind."""

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u2028\ud800-\udfff]")
_URL = re.compile(r"https?://[^\s<>\"\u00ab\u00bb\u201c\u201d]+", re.IGNORECASE)
_URL_TAIL = ".,;:!?'*"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


class Where(TypedDict, total=False):
    """Where a block stands: the fields of `Block` beside its kind and span."""

    page: int | None
    line: int | None
    table: int | None
    row: int | None
    column: int | None
    columns: int
    rows: int
    box: Box | None
    heading_level: int
    number: NumericCell | None


def clean(text: str) -> str:
    r"""Replace what no page shows: controls become a space, lone surrogates U+FFFD, U+2028 a line break.

    The length never changes; tab, line break and paragraph break stay.

    >>> clean("a\x00b\ud800")
    'a b\ufffd'
    """
    return _UNFIT.sub(_fit, text)


def _fit(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return LINE_BREAK if char == "\u2028" else " "


def excerpt(text: str) -> str:
    """Give the first 80 characters of a text on one line, with an ellipsis where there is more."""
    line = " ".join(clean(text[: EXCERPT_LENGTH * 20]).split())
    return line if len(line) <= EXCERPT_LENGTH else line[: EXCERPT_LENGTH - 1] + "…"


def printed_urls(text: str) -> list[tuple[int, int]]:
    """Find the web addresses printed in a text, without the punctuation that follows them.

    >>> printed_urls("(ks. https://dynasty.mallila.fi/#/case/12).")
    [(5, 41)]
    """
    spans = ((match.start(), match.start() + _url_length(match.group())) for match in _URL.finditer(text))
    return [(start, end) for start, end in spans if end - start > len("https://")]


def _url_length(url: str) -> int:
    """Leave out the punctuation behind an address, and closing brackets that it did not open."""
    length = len(url)
    surplus = {closing: url.count(closing) - url.count(opening) for closing, opening in _BRACKETS.items()}
    while url[length - 1] in _URL_TAIL or surplus.get(url[length - 1], 0) > 0:
        length -= 1
        surplus[url[length]] = surplus.get(url[length], 0) - 1
    return length


class Stream:
    """Builds one `SourceDocument`: open a block, write into it, close it; links and hidden content beside."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._length = 0
        self._links: list[SourceLink] = []
        self._hidden: dict[tuple[HiddenKind, str, int | None], int] = {}
        self._start = 0
        self._first_part = 0
        self._is_open = False
        self._has_break_due = False

    @property
    def position(self) -> int:
        """Tell where the next character will stand, a due paragraph break not counted."""
        return self._length

    @property
    def is_open(self) -> bool:
        """Tell whether a block is open."""
        return self._is_open

    @property
    def has_text(self) -> bool:
        """Tell whether the open block holds any character yet."""
        return self._is_open and self._length > self._start

    @property
    def is_blank(self) -> bool:
        """Tell whether the open block holds nothing but white space."""
        return not any(part.strip() for part in self._parts[self._first_part :])

    def open(self) -> None:
        """Begin a block; what lies between two blocks is one line break."""
        if self._is_open:
            raise ValueError("the last block is still open")
        if self._length:
            self._append(LINE_BREAK)
        self._start = self._length
        self._first_part = len(self._parts)
        self._is_open = True

    def write(self, text: str) -> None:
        """Append text to the open block, as clean as `clean` makes it.

        Raises:
            CannotRead: TOO_LARGE_UNPACKED beyond TEXT_LENGTH characters.
        """
        if not text:
            return
        if not self._is_open:
            raise ValueError("no block is open")
        if self._has_break_due:
            self._has_break_due = False
            self._append(PARAGRAPH_BREAK)
        self._append(clean(text))

    def end_paragraph(self) -> None:
        """End a paragraph inside the open block: a break is due before its next text, if any follows."""
        self._has_break_due = self.has_text

    def close(self, kind: BlockKind, **where: Unpack[Where]) -> int:
        """End the open block and give its index in `blocks`.

        Raises:
            CannotRead: TOO_LARGE_UNPACKED beyond BLOCKS blocks.
        """
        if len(self.blocks) >= BLOCKS:
            raise CannotRead(Reason.TOO_LARGE_UNPACKED, detail=f"> {BLOCKS} blocks")
        self._is_open = False
        self._has_break_due = False
        self.blocks.append(Block(kind, self._start, self._length, **where))
        return len(self.blocks) - 1

    def drop(self) -> None:
        """Take back the open block, which must be blank, and the line break before it."""
        if not self.is_blank:
            raise ValueError("the block holds text")
        self._is_open = False
        self._has_break_due = False
        first = max(self._first_part - 1, 0)
        self._length -= sum(map(len, self._parts[first:]))
        del self._parts[first:]

    def add(self, kind: BlockKind, text: str, **where: Unpack[Where]) -> int:
        """Append a whole block at once and give its index in `blocks`."""
        self.open()
        self.write(text)
        return self.close(kind, **where)

    def link(
        self, url: str, start: int, end: int, *, page: int | None = None, box: Box | None = None
    ) -> None:
        """Record a hyperlink over `text[start:end]`; an empty address is none."""
        address = "".join(clean(url).split())
        if address:
            self._links.append(SourceLink(address, start, end, page, box))

    def hide(self, kind: HiddenKind, text: str = "", *, count: int = 1, page: int | None = None) -> None:
        """Record content that the page does not show; the same kind, excerpt and page add up."""
        key = (kind, excerpt(text), page)
        if len(self._hidden) >= HIDDEN_KINDS and key not in self._hidden:
            key = (kind, "…", None)
        self._hidden[key] = self._hidden.get(key, 0) + count

    def document(
        self,
        format_name: str,
        *,
        properties: Properties | None = None,
        pages: int | None = None,
        is_wrapped: bool = False,
        embedded: bytes | None = None,
        image_pages: tuple[int, ...] = (),
    ) -> SourceDocument:
        """Give the document as built; addresses printed in the text become links of their own."""
        text = "".join(self._parts)
        hidden = (Hidden(kind, count, part, page) for (kind, part, page), count in self._hidden.items())
        bare = SourceDocument(format_name, text, tuple(self.blocks))
        return SourceDocument(
            format_name,
            text,
            bare.blocks,
            links=_all_links(bare, self._links),
            hidden=tuple(hidden),
            properties=properties or Properties(),
            pages=pages,
            is_wrapped=is_wrapped,
            embedded=embedded,
            image_pages=image_pages,
        )

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if self._length > TEXT_LENGTH:
            raise CannotRead(Reason.TOO_LARGE_UNPACKED, detail=f"> {TEXT_LENGTH}")


def _all_links(document: SourceDocument, links: list[SourceLink]) -> tuple[SourceLink, ...]:
    """Tighten the anchors of live links and add the addresses that are only printed; in order of the text."""
    tight = [_tightened(document.text, link) for link in links]
    covered = bytearray(len(document.text))
    for link in tight:
        covered[link.start : link.end] = b"\1" * (link.end - link.start)
    for start, end in printed_urls(document.text):
        if covered.find(1, start, end) < 0:
            block = document.block_at(start)
            page = block.page if block is not None else None
            tight.append(SourceLink(document.text[start:end], start, end, page, in_text=True))
    return tuple(sorted(tight, key=lambda link: (link.start, link.end)))


def _tightened(text: str, link: SourceLink) -> SourceLink:
    """Leave out white space at the ends of an anchor; say whether the anchor is the address itself."""
    start, end = link.start, link.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    in_text = start < end and "".join(text[start:end].split()) == link.url
    return SourceLink(link.url, start, end, link.page, link.box, in_text)
