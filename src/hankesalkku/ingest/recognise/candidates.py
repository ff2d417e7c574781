"""Labels that may stand at the lines of a flow: whole, with wrong letters, or cut in two by a page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.raw_card import Span
from hankesalkku.ingest.recognise.flow import Line, Stream, squash_lines
from hankesalkku.ingest.recognise.labels import Entry, letters_missing, vocabulary

FUZZY_FROM_LETTERS = 8
SPLIT_FROM_LETTERS = 14
SPLIT_PIECE_LETTERS = 5
_LOOK_AHEAD_LINES = 14
_CLOSING = re.compile(r"[ \t]*[)\]]?[ \t]*[:.]?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label that may stand at a line: its entry, wrong letters, and the spans of its pieces.

    `after` is the first position behind the label; `next_line` the first line that holds none of its first piece.
    `rest_lines` are the lines behind a page break that hold the rest of a split label.
    """

    entry: Entry
    errors: int
    pieces: tuple[Span, ...]
    after: int
    next_line: int
    score: float
    rest_lines: range = range(0)


@cache
def _by_start() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in vocabulary():
        found[entry.squashed[:2]].append(entry)
    return {start: tuple(entries) for start, entries in found.items()}


def label_candidates(document: SourceDocument, lines: list[Line]) -> list[list[Candidate]]:
    """List the labels that may stand at each line."""
    stream = squash_lines(document, lines)
    found = []
    for index in range(len(lines)):
        here = _whole(document, lines, stream, index)
        here += _split(lines, stream, index)
        found.append(here)
    return found


def _whole(document: SourceDocument, lines: list[Line], stream: Stream, index: int) -> list[Candidate]:
    """Labels that stand whole at a line, exactly or nearly."""
    offset = stream.offsets[index]
    found = []
    for entry in _by_start().get(stream.letters[offset : offset + 2], ()):
        lengths, errors = _fits(stream.letters, offset, entry.squashed)
        whole = (n for n in lengths if _ends_word(document.text, stream.positions, offset + n))
        length = next(whole, None)
        if length is None:
            continue
        candidate = _candidate(document, lines, stream, index, entry, length, errors)
        if candidate is not None:
            found.append(candidate)
    return found


def _fits(letters: str, offset: int, wanted: str) -> tuple[tuple[int, ...], int]:
    """Tell how many letters of the stream a wording may take at an offset, likeliest first, and how many are wrong."""
    if letters.startswith(wanted, offset):
        return (len(wanted),), 0
    if len(wanted) < FUZZY_FROM_LETTERS:
        return (), 0
    allowed = 1 if len(wanted) < SPLIT_FROM_LETTERS else 2 if len(wanted) < 40 else 4
    window = letters[offset : offset + len(wanted) + allowed]
    if letters_missing(wanted, window) > allowed:
        return (), 0
    return prefix_distance(wanted, window, allowed)


@lru_cache(maxsize=20_000)
def prefix_distance(wanted: str, text: str, at_most: int) -> tuple[tuple[int, ...], int]:
    """Give the lengths of the prefixes of `text` nearest to `wanted` and their edit distance; none beyond `at_most`.

    >>> prefix_distance("vastuuhenkilöontarkastanut", "vastuuhenkilöontarkistanuthankkeen", 2)
    ((26,), 1)
    """
    beyond = at_most + 1
    previous = {column: column for column in range(min(at_most, len(text)) + 1)}
    for row, char in enumerate(wanted, 1):
        current: dict[int, int] = {}
        for column in range(max(0, row - at_most), min(row + at_most, len(text)) + 1):
            best = previous.get(column, beyond) + 1
            if column:
                best = min(best, previous.get(column - 1, beyond) + (char != text[column - 1]))
                best = min(best, current.get(column - 1, beyond) + 1)
            if best <= at_most:
                current[column] = best
        if not current:
            return (), 0
        previous = current
    errors = min(previous.values())
    lengths = [length for length, distance in previous.items() if distance == errors]
    return tuple(sorted(lengths, key=lambda length: abs(length - len(wanted)))), errors


def _ends_word(text: str, positions: list[int], stop: int) -> bool:
    """Tell whether a match that ends before stream offset `stop` ends at a word's end in the source."""
    if stop >= len(positions):
        return True
    between = text[positions[stop - 1] + 1 : positions[stop]]
    return bool(between) and not _BROKEN_WORD.fullmatch(between)


_BROKEN_WORD = re.compile(r"[-\u00ad]\s*\n\s*|-")


def _candidate(
    document: SourceDocument,
    lines: list[Line],
    stream: Stream,
    index: int,
    entry: Entry,
    length: int,
    errors: int,
) -> Candidate | None:
    """Make a candidate of a match; None where a one-word label has no sign of being one."""
    first, last = stream.offsets[index], stream.offsets[index] + length - 1
    closing = _CLOSING.match(document.text, stream.positions[last] + 1)
    after = closing.end() if closing else stream.positions[last] + 1
    next_line = index + 1
    while next_line < len(lines) and stream.offsets[next_line] <= last:
        next_line += 1
    last_line = lines[next_line - 1]
    score = _score(
        entry, errors, document.text[after : last_line.end], document.text[stream.positions[last] + 1 : after]
    )
    if score is None:
        return None
    piece = (stream.positions[first], min(after, last_line.end))
    return Candidate(entry, errors, _cut_by_lines(piece, lines[index:next_line]), after, next_line, score)


def _cut_by_lines(span: Span, lines: list[Line]) -> tuple[Span, ...]:
    """Cut a span into its parts on each line, without the layout between them."""
    cut = ((max(span[0], line.start), min(span[1], line.end)) for line in lines)
    return tuple((start, end) for start, end in cut if start < end)


def _score(entry: Entry, errors: int, rest: str, closing: str) -> float | None:
    """Weigh a label: its length, whether it is canonical, wrong letters, and what follows it on its line."""
    score = min(len(entry.squashed), 24) / 4 + (1.0 if entry.is_canonical else 0.0) - 1.5 * errors
    if entry.is_approximate:
        score -= 0.5
    if rest.lstrip()[:1].islower():
        score -= 2.0
    stands_apart = not rest.strip() or ":" in closing or rest[:1] == "\t" or rest[:2] == "  "
    if stands_apart:
        return score + (3.0 if entry.is_canonical else 1.0)
    if entry.words == 1 and not entry.is_canonical:
        plausible = entry.key in _TYPED and _TYPED[entry.key].match(rest.strip()) is not None
        return score - 1.0 if plausible else None
    return score


_SUM = re.compile(r"[-−–]?\d[\d .\u00a0]*(?:,\d\d)?\s*(?:€|euro|eur|milj|\()", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_TYPED = {
    FieldKey.GROSS_INCOME: _SUM,
    FieldKey.GROSS_EXPENDITURE: _SUM,
    FieldKey.MUNICIPAL_SHARE: _SUM,
    FieldKey.BUDGET_YEARS: _YEAR,
    FieldKey.PERIOD: re.compile(r"\d"),
}


def _split(lines: list[Line], stream: Stream, index: int) -> list[Candidate]:
    """Labels that a page break cut in two, the value standing between the halves."""
    ahead = range(index + 1, min(index + _LOOK_AHEAD_LINES, len(lines)))
    turn = next((i for i in ahead if lines[i].turns), None)
    if turn is None:
        return []
    found = []
    for entry in _by_start().get(stream.letters[stream.offsets[index] : stream.offsets[index] + 2], ()):
        if len(entry.squashed) >= SPLIT_FROM_LETTERS:
            found += _split_entry(lines, stream, index, turn, entry)
    return found


def _split_entry(lines: list[Line], stream: Stream, index: int, turn: int, entry: Entry) -> list[Candidate]:
    """Try each line end before the page turn as the place where the label was cut."""
    offset = stream.offsets[index]
    for stop in range(index + 1, turn):
        length = stream.offsets[stop] - offset
        rest = entry.squashed[length:]
        if not entry.squashed.startswith(stream.letters[offset : offset + length]):
            return []
        if length < SPLIT_PIECE_LETTERS or len(rest) < SPLIT_PIECE_LETTERS:
            continue
        for line in range(turn, min(turn + 3, len(lines))):
            if not stream.letters.startswith(rest, stream.offsets[line]):
                continue
            end = stream.offsets[line] + len(rest)
            rest_stop = bisect_left(stream.offsets, end)
            if stream.offsets[rest_stop] != end:
                continue
            pieces = tuple((x.start, x.end) for x in (*lines[index:stop], *lines[line:rest_stop]))
            score = min(len(entry.squashed), 24) / 4 + 1.0
            after = lines[stop - 1].end
            return [Candidate(entry, 0, pieces, after, stop, score, range(line, rest_stop))]
    return []
