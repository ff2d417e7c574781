"""Our own plain text, `hankesalkku.text/1`: read by its grammar, which the plain text writer states.

Heading lines become paragraphs in the order of a report's heading, rows become cells of a two-column table for each
card; what people read and nobody reads back (rules, numbers, sums, findings) is furniture by the form's own word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from hankesalkku.core.language.wording import LANGUAGES, Wording
from hankesalkku.ingest.document import BlockKind, Properties, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.decoding import decode
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.refusal import CannotRead, Reason

_CARD_RULE = re.compile("-{78}")
_END_RULE = re.compile("={78}")
_LINK = re.compile(r"(?<!<)<((?:https?://|mailto:)[^<>\s]*)>", re.IGNORECASE)
_DOUBLED = re.compile(r"<<(?=(?:https?://|mailto:))", re.IGNORECASE)
_HEADING_ORDER = ("organisation", "division", "title", "note", "date", "author")


@dataclass(slots=True)
class _Entry:
    """A line at the left edge with the indented lines under it, paragraph by paragraph; `line` counts from 1."""

    line: int
    label: str | None
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)


def read(content: bytes, limits: Limits) -> SourceDocument:
    """Read our own text form: `is_wrapped` is false, since a line of it never breaks a word.

    Raises:
        CannotRead: TOO_LARGE, EMPTY.
    """
    if len(content) > limits.file_bytes:
        raise CannotRead(Reason.TOO_LARGE, detail=f"{len(content)} > {limits.file_bytes}")
    lines = decode(content).removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    first_card = _index(lines, _CARD_RULE, len(lines))
    end = _index(lines, _END_RULE, len(lines))
    stream = Stream()
    properties = _add_heading(stream, lines[: min(first_card, end)])
    _add_cards(stream, lines, first_card, end)
    _add_furniture(stream, lines, range(end, len(lines)))
    if not stream.blocks:
        raise CannotRead(Reason.EMPTY)
    return stream.document("text", properties=properties)


def _index(lines: list[str], rule: re.Pattern[str], default: int) -> int:
    return next((i for i, line in enumerate(lines) if rule.fullmatch(line.rstrip())), default)


def _entries(lines: list[str], offset: int) -> list[_Entry]:
    """Gather lines into entries; line numbers count from 1 in the whole file."""
    entries: list[_Entry] = []
    new_paragraph = False
    for number, line in enumerate(lines, start=offset + 1):
        if not line.strip():
            new_paragraph = True
            continue
        if line.startswith("    ") and entries:
            _go_on(entries[-1], line.strip(), new_paragraph)
        else:
            entries.append(_begin(number, line.rstrip()))
        new_paragraph = False
    return entries


def _begin(number: int, line: str) -> _Entry:
    if line.endswith(":"):
        return _Entry(number, line[:-1])
    label, found, text = line.partition(": ")
    return _Entry(number, label, [text.strip()]) if found else _Entry(number, None, [line])


def _go_on(entry: _Entry, text: str, new_paragraph: bool) -> None:
    if entry.paragraphs and not new_paragraph:
        entry.paragraphs[-1] += f" {text}"
    else:
        entry.paragraphs.append(text)


def _add_heading(stream: Stream, lines: list[str]) -> Properties:
    """Add the heading in its usual order: organisation, division, title, note, date; labels are furniture."""
    entries = _entries(lines, 0)
    title = _Entry(1, None, [_whole(entries[0])]) if entries else None
    named = dict(_named(entries[1:]))
    if title is not None:
        named["title"] = title
    for key in _HEADING_ORDER:
        entry = named.get(key)
        if entry is not None:
            whole = key == "author"
            stream.add(BlockKind.PARAGRAPH, _whole(entry) if whole else entry.text, line=entry.line)
    for entry in entries[1:]:
        part = next((key for key, kept in named.items() if kept is entry), None)
        if part != "author":
            stream.add(BlockKind.HEADER, f"{entry.label}:" if part else _whole(entry), line=entry.line)
    organisation = named.get("organisation")
    return Properties(title=title.text if title else None, author=organisation.text if organisation else None)


def _whole(entry: _Entry) -> str:
    return ": ".join(filter(None, (entry.label, entry.text)))


def _named(entries: list[_Entry]) -> Iterator[tuple[str, _Entry]]:
    """Name the heading's entries by their labels."""
    for entry in entries:
        key = _heading_labels().get((entry.label or "").casefold())
        if key is not None:
            yield key, entry


@cache
def _heading_labels() -> dict[str, str]:
    """Give the part of a heading that each label of the form names, in all languages."""
    return {
        Wording(language).say(f"report.heading_{key}").casefold(): key
        for language in LANGUAGES
        for key in _HEADING_ORDER
        if key != "title"
    }


def _add_cards(stream: Stream, lines: list[str], first: int, end: int) -> None:
    rules = [i for i in range(first, end) if _CARD_RULE.fullmatch(lines[i].rstrip())]
    for table, (start, stop) in enumerate(zip(rules, [*rules[1:], end], strict=True)):
        entries = _entries(lines[start:stop], start)
        for entry in entries[:2]:
            stream.add(BlockKind.HEADER, _whole(entry), line=entry.line)
        for row, entry in enumerate(entries[2:]):
            _add_row(stream, entry, table, row)


def _add_row(stream: Stream, entry: _Entry, table: int, row: int) -> None:
    """Add a row: its label's cell, its value's cell or cells, each link's address between them."""
    if entry.label:
        stream.add(BlockKind.CELL, entry.label, line=entry.line, table=table, row=row, column=0)
    stream.open()
    for number, paragraph in enumerate(entry.paragraphs):
        if number:
            stream.end_paragraph()
        for index, piece in enumerate(_LINK.split(paragraph)):
            if index % 2:
                stream.close(BlockKind.CELL, line=entry.line, table=table, row=row, column=1)
                stream.add(BlockKind.HEADER, f"<{piece}>", line=entry.line)
                stream.open()
            else:
                stream.write(_DOUBLED.sub("<", piece.strip()))
    stream.close(BlockKind.CELL, line=entry.line, table=table, row=row, column=1)


def _add_furniture(stream: Stream, lines: list[str], numbers: range) -> None:
    for number in numbers:
        if lines[number].strip():
            stream.add(BlockKind.HEADER, lines[number].strip(), line=number + 1)
