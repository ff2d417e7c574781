"""Pages of a PDF as pictures, for a person to see beside a proposed card; other formats have `source_text`.

Pages are drawn in the same guarded child as files are read, some at a time, and handed on as they come. Source:
screens.md 9, requirements section 3, H1.
"""

from __future__ import annotations

import os
import re
import select
import time
from collections.abc import Iterator

from hankesalkku.ingest.cards import File
from hankesalkku.ingest.child import ANSWER_BYTES, Child, Deed, death, started
from hankesalkku.ingest.document import PagePicture
from hankesalkku.ingest.limits import DEFAULT_LIMITS, Limits
from hankesalkku.ingest.refusal import CannotRead, Reason
from hankesalkku.ingest.transfer import Garbled, picture_from_bytes, refusal_from_bytes

A4_AT_150_DPI = 1240
PAGES_A_CHILD = 100
_HEAD = re.compile(rb"(picture|end|refusal) (\d{1,12})\n")
_LONGEST_HEAD = 32
_CHUNK = 1 << 20


def page_pictures(
    file: File,
    pages: range | None = None,
    width_px: int = A4_AT_150_DPI,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[PagePicture]:
    """Draw pages of a PDF, one after the other as they come; all of them where `pages` is None.

    `pages` counts from 1, in steps of one; pages beyond the last are left out. `width_px` is at most what
    `limits.picture_pixels` allows for the page's height.

    Raises:
        CannotRead: WRONG_FORMAT for what is no PDF, ENCRYPTED, BROKEN with the page, OUT_OF_MEMORY, OUT_OF_TIME,
            READER_CRASHED, TOO_LARGE_UNPACKED for a picture beyond 32 MiB; at the page that it concerns.
        ValueError: `pages` is no run of pages from 1, or `width_px` is not positive.
    """
    if pages is not None and (pages.step != 1 or pages.start < 1):
        raise ValueError(f"not a run of pages: {pages}")
    if width_px < 1:
        raise ValueError(f"not a width: {width_px}")
    if len(file.content) > limits.file_bytes:
        raise CannotRead(Reason.TOO_LARGE, detail=f"{len(file.content)} > {limits.file_bytes}")
    return _all_pictures(file.content, pages, width_px, limits)


def _all_pictures(
    content: bytes, pages: range | None, width_px: int, limits: Limits
) -> Iterator[PagePicture]:
    """Draw some pages a child, so that none lives long, until a child has no more to give."""
    first, end = (1, None) if pages is None else (pages.start, pages.stop)
    while end is None or first < end:
        last = first + PAGES_A_CHILD - 1 if end is None else min(first + PAGES_A_CHILD, end) - 1
        drawn = 0
        for picture in _pictures(content, f"{first} {last} {width_px}", limits):
            drawn += 1
            yield picture
        if drawn < PAGES_A_CHILD:
            return
        first += PAGES_A_CHILD


def _pictures(content: bytes, order: str, limits: Limits) -> Iterator[PagePicture]:
    """Have one child draw what is ordered."""
    with started(Deed.SHOW, order, content, limits) as child:
        answers = _Answers(child, limits)
        while True:
            word, body = answers.next()
            try:
                if word == b"refusal":
                    raise refusal_from_bytes(body)
                if word == b"end":
                    return
                picture = picture_from_bytes(body)
            except Garbled as error:
                raise CannotRead(Reason.READER_CRASHED, detail=str(error)) from None
            yield picture


class _Answers:
    """Takes the answers of a child apart, each of them in time and not too large."""

    def __init__(self, child: Child, limits: Limits) -> None:
        self._child = child
        self._limits = limits
        self._taken = bytearray()

    def next(self) -> tuple[bytes, bytes]:
        """Give the word and the bytes of the next answer."""
        deadline = time.monotonic() + self._limits.wall_s_hostile
        while (head := _HEAD.match(self._taken)) is None:
            if len(self._taken) > _LONGEST_HEAD:
                raise CannotRead(Reason.READER_CRASHED, detail="no answer")
            self._take(deadline)
        length = int(head.group(2))
        if length > ANSWER_BYTES:
            raise CannotRead(Reason.TOO_LARGE_UNPACKED, detail=f"> {ANSWER_BYTES}")
        start, end = head.end(), head.end() + length
        while len(self._taken) < end:
            self._take(deadline)
        body = bytes(self._taken[start:end])
        self._taken = self._taken[end:]
        return head.group(1), body

    def _take(self, deadline: float) -> None:
        """Take in what the child has to say next."""
        poll = select.poll()
        poll.register(self._child.output, select.POLLIN)
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise CannotRead(Reason.OUT_OF_TIME)
        chunk = os.read(self._child.output, _CHUNK)
        if not chunk:
            self._child.end(patiently=True)
            raise death(self._child)
        self._taken += chunk
