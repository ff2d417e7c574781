"""How a row that names decisions falls into entries: what stands beside what, in the order written.

Dates, numbers and sections are anchors; what remains between them are names. A kind that comes a second time
begins a new entry, and so do `;`, a new line, and `ja` before a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from hankesalkku.core.values.case_number import CaseNumber
from hankesalkku.core.values.dates import PartialDate, is_year
from hankesalkku.core.values.reading import Remark
from hankesalkku.core.values.scanner import DASHES, Span, trim, words


class PartKind(Enum):
    """What a part of an entry is."""

    NAME = auto()
    DATE = auto()
    NUMBER = auto()
    SECTION = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part at `start`–`end` of the text; a date that cannot be read has kind DATE and no `date`."""

    kind: PartKind
    start: int
    end: int
    date: PartialDate | None = None
    number: CaseNumber | None = None
    section: int | None = None
    remarks: tuple[Remark, ...] = ()


Entry = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The entries of a row, and the spans of the text they and their joints account for."""

    entries: tuple[Entry, ...]
    used: tuple[Span, ...]


@dataclass(slots=True)
class _Walk:
    """The state of a walk through one row."""

    text: str
    labels: frozenset[str]
    entries: list[list[Part]] = field(default_factory=list)
    current: list[Part] = field(default_factory=list)
    used: list[Span] = field(default_factory=list)

    def has(self, kind: PartKind) -> bool:
        """Tell whether the entry at hand holds a part of a kind."""
        return any(part.kind is kind for part in self.current)

    def close(self) -> None:
        """End the entry at hand."""
        if self.current:
            self.entries.append(self.current)
        self.current = []

    def add(self, part: Part) -> None:
        """Put a part into the entry at hand, or into a new one where its kind is there already."""
        if self.has(part.kind):
            self.close()
        self.current.append(part)
        self.used.append(Span(part.start, part.end))


_NAME_EDGES = f" \t\r\n,;:/|&+·•{DASHES}"
SEGMENT_BREAK = re.compile(r"[;\n\r]")
_JOINT = re.compile(r"\s*(?:,\s*)?(?:ja|sekä|och|samt|and|&|\+)\s+")
_COMMA = re.compile(r"\s*,")
_CUT = re.compile(r",\s|\s/\s|(?<!-)\s(?:ja|sekä|och|samt|and|&)\s")
_FIRST_WORD = re.compile(r"[^\W\d_]+\.?:?(?=\s|\Z|[/,:])|[^\W\d_]+:[^\W\d_]+\.?")
_LAST_WORD = re.compile(r"(?:\A|(?<=[\s,/(]))[^\W\d_]+\.?:?\Z")
_LONGEST_LABEL = 40
_LAST_YEAR = re.compile(r"(?:\A|[\s,/]+)(?P<year>(?:19|20)[0-9]{2})\Z")
_NAMES_WITH_YEAR = words("horisontti horizon horisont agenda visio eura")
_NAMES_WITH_PLUS = words("esr esf erasmus sosiaalirahasto socialfonden fund")
_ITEM_NUMBER = re.compile(r"(?:case|asia|ärende|item)\s+[0-9]+\.?", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def entries(text: str, anchors: Sequence[Part], strays: Sequence[Span], labels: frozenset[str]) -> Split:
    """Sort the anchors of a row and the names between them into entries.

    `strays` are spans that belong to no entry; `labels` the words that only announce an anchor (`pvm`).
    """
    anchors, strays = _without_asides(text, anchors, strays, labels)
    walk = _Walk(text, labels)
    for segment in _segments(text, anchors):
        inside = [part for part in anchors if segment.start <= part.start < segment.end]
        position = segment.start
        for place, part in enumerate(inside):
            _gap(walk, Span(position, part.start), inside[place:], strays)
            walk.add(part)
            position = part.end
        _gap(walk, Span(position, segment.end), (), strays)
        walk.close()
    return Split(tuple(tuple(entry) for entry in walk.entries), tuple(walk.used))


def _segments(text: str, anchors: Sequence[Part]) -> Iterator[Span]:
    """Cut the text at `;` and new lines."""
    start = 0
    for cut in SEGMENT_BREAK.finditer(text):
        if not any(part.start < cut.start() < part.end for part in anchors):
            yield Span(start, cut.start())
            start = cut.end()
    yield Span(start, len(text))


def _without_asides(
    text: str, anchors: Sequence[Part], strays: Sequence[Span], labels: frozenset[str]
) -> tuple[list[Part], list[Span]]:
    """Take out the brackets that say more than dates and numbers, `(muutos 1.5.2023)`."""
    ordered = sorted(anchors, key=lambda part: part.start)
    asides = list(strays)
    for bracket in _BRACKET.finditer(text):
        inside = [part for part in ordered if bracket.start() < part.start and part.end < bracket.end()]
        within_one = any(part.start < bracket.start() < part.end for part in ordered)
        if inside and not within_one and _words_beside(text, bracket, inside) - labels:
            asides.append(Span(bracket.start(), bracket.end()))
    kept = [part for part in ordered if not any(aside.covers(part.start) for aside in asides)]
    return kept, sorted(asides)


def _words_beside(text: str, bracket: re.Match[str], inside: Sequence[Part]) -> set[str]:
    position, beside = bracket.start() + 1, ""
    for part in inside:
        beside += f" {text[position : part.start]}"
        position = part.end
    beside += f" {text[position : bracket.end() - 1]}"
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", beside)}


def _gap(walk: _Walk, gap: Span, ahead: Sequence[Part], strays: Sequence[Span]) -> None:
    """Work through the text before the next anchor (`ahead`, the rest of the segment's anchors)."""
    position = gap.start
    for stray in strays:
        if position <= stray.start < gap.end:
            _piece(walk, Span(position, stray.start), ())
            position = min(stray.end, gap.end)
    _piece(walk, Span(position, gap.end), ahead)


def _piece(walk: _Walk, piece: Span, ahead: Sequence[Part]) -> None:
    """Take the name out of a piece of text between two anchors."""
    joint = _JOINT.match(walk.text, piece.start, piece.end)
    start = piece.start
    if joint and walk.current:
        walk.used.append(Span(joint.start(), joint.end()))
        start = joint.end()
    cut = _cut_inside(walk, Span(start, piece.end), ahead)
    if cut is not None:
        _name(walk, _clean(walk, Span(start, cut.start())), ())
        walk.close()
        walk.used.append(Span(cut.start(), cut.end()))
        start = cut.end()
    name = _clean(walk, Span(start, piece.end))
    if name is None:
        return
    if walk.current and (joint or _begins_another(walk, piece, ahead)):
        walk.close()
    _name(walk, name, ahead)


def _cut_inside(walk: _Walk, piece: Span, ahead: Sequence[Part]) -> re.Match[str] | None:
    """Find where the name behind one entry ends and that of the next begins: `§ 5 Kh, Kv § 7`."""
    if not walk.current or walk.has(PartKind.NAME) or not ahead or not walk.has(ahead[0].kind):
        return None
    start, end = trim(walk.text, piece.start, piece.end, edges=_NAME_EDGES)
    return _CUT.search(walk.text, start, end)


def _begins_another(walk: _Walk, piece: Span, ahead: Sequence[Part]) -> bool:
    """Tell whether a name behind a comma opens the next entry: one with a number is done, and more follow."""
    is_done = walk.has(PartKind.NUMBER) or walk.has(PartKind.SECTION)
    comma = _COMMA.match(walk.text, piece.start, piece.end)
    return bool(comma) and is_done and any(walk.has(part.kind) for part in ahead)


def _clean(walk: _Walk, piece: Span) -> Span | None:
    """Take separators, labels and half brackets off both ends of a name; None where nothing remains."""
    text = walk.text
    start, end = _edges(text, piece.start, piece.end)
    while start < end:
        first, last = _FIRST_WORD.match(text, start, end), _last_word(text, start, end)
        if first and first.group().rstrip(".:").casefold() in walk.labels:
            walk.used.append(Span(start, first.end()))
            start, end = _edges(text, first.end(), end)
        elif last and last.group().rstrip(".:").casefold() in walk.labels:
            walk.used.append(Span(end - len(last.group()), end))
            start, end = _edges(text, start, end - len(last.group()))
        else:
            return Span(start, end)
    return None


def _last_word(text: str, start: int, end: int) -> re.Match[str] | None:
    return _LAST_WORD.search(text[max(start, end - _LONGEST_LABEL) : end])


def _edges(text: str, start: int, stop: int) -> tuple[int, int]:
    """Take the separators off both ends, but for the plus that is part of a name (`ESR+` is not `ESR`)."""
    start, end = trim(text, start, stop, edges=_NAME_EDGES)
    name = text[start:end]
    if end < stop and text[end] == "+" and name and name.split()[-1].casefold() in _NAMES_WITH_PLUS:
        return start, end + 1
    if name[:1] in {"(", "["} and not re.search(r"[)\]]", name):
        return trim(text, start + 1, end, edges=_NAME_EDGES)
    if name[-1:] in {"(", "["} or (name[-1:] in {")", "]"} and not re.search(r"[(\[]", name)):
        return trim(text, start, end - 1, edges=_NAME_EDGES)
    return start, end


def _name(walk: _Walk, name: Span | None, ahead: Sequence[Part]) -> None:
    """Add a name, and the bare year at its end as a date where the entry has none."""
    if name is None:
        return
    year = _year_behind(walk, name, ahead)
    if year is not None:
        start, end = _edges(walk.text, name.start, year.start)
        if start < end:
            _add_name(walk, Span(start, end), ahead)
        walk.add(year)
        return
    _add_name(walk, name, ahead)


def _add_name(walk: _Walk, name: Span, ahead: Sequence[Part]) -> None:
    """Add a name unless it is an aside: in brackets, an item of an agenda, or words behind a whole entry."""
    written = walk.text[name.start : name.end]
    in_brackets = bool(walk.current) and _BRACKET.fullmatch(written) is not None
    is_tail = walk.has(PartKind.NAME) and not ahead
    if not (in_brackets or is_tail or _ITEM_NUMBER.fullmatch(written)):
        walk.add(Part(PartKind.NAME, name.start, name.end))


def _year_behind(walk: _Walk, name: Span, ahead: Sequence[Part]) -> Part | None:
    """Give the bare year a name ends with as a date, unless the name owns it (`Horisontti 2020`)."""
    written = walk.text[name.start : name.end]
    match = _LAST_YEAR.search(written)
    if match is None or not is_year(match["year"]) or (ahead and ahead[0].kind is PartKind.DATE):
        return None
    before = written[: match.start()].split()
    if walk.has(PartKind.DATE) or (before and before[-1].casefold() in _NAMES_WITH_YEAR):
        return None
    start = name.start + match.start("year")
    return Part(PartKind.DATE, start, name.start + match.end("year"), date=PartialDate(int(match["year"])))
