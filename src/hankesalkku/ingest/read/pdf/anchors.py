"""Links of a PDF in the text stream: parts of one link joined, addresses that are printed as text found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hankesalkku.core.values.place import Box
from hankesalkku.ingest.document import Block, SourceLink
from hankesalkku.ingest.read.pdf.compose import turned
from hankesalkku.ingest.read.pdf.links import PageLink
from hankesalkku.ingest.read.pdf.words import Frame

_WHITE_SPACE = re.compile(r"\s+")
_CUT = re.compile(
    r"https?://[^\s<>\"”]*[/#?=&_%-](?:\n[^\s<>\"”]*[/#?=&_%-])*\n[^\s<>\"”]*[\w/]", re.IGNORECASE
)
"""An address whose lines end where an address goes on."""
_STRAY = 2
"""Parts of one link may have so many characters between them that no rectangle covers."""


class PageAnchors:
    """Where the links of one page stand in the stream."""

    def __init__(self, number: int, offsets: Mapping[int, int], frame: Frame, shown: Frame) -> None:
        self.number, self.offsets, self.frame, self.shown = number, offsets, frame, shown

    def place(self, links: Iterable[PageLink], blocks: Sequence[Block]) -> list[SourceLink]:
        """Give each part of each link with its anchor text; a link without text stands where its box is."""
        placed = []
        for link in links:
            box = (
                turned(link.box, self.frame, self.shown) if self.frame.turns != self.shown.turns else link.box
            )
            spans = [
                (self.offsets[anchor.word] + anchor.start, self.offsets[anchor.word] + anchor.end)
                for anchor in link.anchors
                if anchor.word in self.offsets
            ]
            spans = spans or [(self._position(box, blocks),) * 2]
            placed += [SourceLink(link.url, start, end, self.number, box) for start, end in spans]
        return placed

    def _position(self, box: Box, blocks: Sequence[Block]) -> int:
        """Find the place in the stream that a box without text stands at: the end of the block it is in or below."""
        own = [block for block in blocks if block.page == self.number and block.box]
        middle = (box[1] + box[3]) / 2
        above = [block for block in own if block.box and block.box[1] <= middle]
        beside = [
            block
            for block in above
            if block.box and block.box[0] <= box[0] + 1 and box[1] <= block.box[3] + 1
        ]
        if beside or above:
            return (beside or above)[-1].end
        return own[0].start if own else 0


def join_links(parts: Iterable[SourceLink], text: str, blocks: Sequence[Block]) -> tuple[SourceLink, ...]:
    """Make one link of parts that follow each other in one block; drop parts without text of a link that has some.

    Addresses that are printed over two lines and have no annotation are links too; the stream finds those on one line.
    """
    joined: list[SourceLink] = []
    ends = [block.end for block in blocks]
    for part in sorted(set(parts), key=lambda part: (part.start, part.end)):
        last = joined[-1] if joined else None
        if last and last.url == part.url and _are_near(last, part, text, ends):
            joined[-1] = replace(last, end=max(last.end, part.end), box=_around(last, part))
        else:
            joined.append(part)
    anchored = {(link.url, link.page) for link in joined if link.start < link.end}
    kept = [link for link in joined if link.start < link.end or not _is_part(link, anchored)]
    return tuple(sorted([*kept, *_printed(text, kept, blocks)], key=lambda link: (link.start, link.end)))


def _are_near(last: SourceLink, part: SourceLink, text: str, ends: Sequence[int]) -> bool:
    """Tell whether two parts of a link follow each other in one block; `ends` are the ends of all blocks."""
    if part.start <= last.end:
        return True
    if bisect_left(ends, last.end) != bisect_left(ends, part.start):
        return False
    return len(_WHITE_SPACE.sub("", text[last.end : part.start])) <= _STRAY


def _around(last: SourceLink, part: SourceLink) -> Box | None:
    """Give the box around two parts of a link."""
    if last.box is None or part.box is None or last.page != part.page:
        return last.box or part.box
    a, b = last.box, part.box
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _is_part(link: SourceLink, anchored: set[tuple[str, int | None]]) -> bool:
    """Tell whether a link without text is a part of one with text, on its page or on one beside it."""
    page = link.page or 0
    return any((link.url, number) in anchored for number in (page - 1, page, page + 1))


def _printed(text: str, links: Sequence[SourceLink], blocks: Sequence[Block]) -> Iterator[SourceLink]:
    """Find the addresses that no link covers and that a line ends in the middle of."""
    covered = [link.end for link in links]
    for match in _CUT.finditer(text):
        start, end = match.span()
        nearest = bisect_right(covered, start)
        if nearest < len(links) and links[nearest].start < end:
            continue
        position = bisect_left(blocks, end, key=lambda block: block.end)
        block = blocks[position] if position < len(blocks) else None
        if block is not None and block.start <= start:
            address = _WHITE_SPACE.sub("", match.group())
            yield SourceLink(address, start, end, block.page, block.box, in_text=True)
