"""Finds cards in running text: labels at line starts, chosen by the best path through the document.

The text is squashed to letters and digits, so that a label may be wrapped and hyphenated anywhere at no cost. At each
line start every wording that fits (exactly, or with few wrong letters) is a candidate, also one whose end comes only
after a page break with its value between. The path takes or leaves candidates: a longer label weighs more, fields
follow each other in the order of the card, a field stands once a card, a name begins a card. So a value line that
happens to begin with another field's label ("Vastuuhenkilö vaihtui 1.1.2023") is left in its value.
Source: requirements/documents.md 2, D91, D92.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache

from hankesalkku.core.card.fields import FIELDS, FieldKey
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.ingest.document import Block, SourceDocument
from hankesalkku.ingest.raw_card import How, RawCard, RawRow, Span
from hankesalkku.ingest.recognise.labels import Entry, vocabulary

FUZZY_FROM_LETTERS = 8
SPLIT_FROM_LETTERS = 14
SPLIT_PIECE_LETTERS = 5
STATES_KEPT = 48
_LOOK_AHEAD_LINES = 14
WIDE_GAP_LINES = 4
_NUMBER = {field.key: field.number for field in FIELDS}
_CLOSING = re.compile(r"[ \t]*[)\]]?[ \t]*[:.]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line of the flow: its span without outer white space, its page, whether a page may turn before it."""

    start: int
    end: int
    page: int | None
    turns: bool


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


@dataclass(frozen=True, slots=True)
class _Stream:
    """The squashed text: letters, the source position of each, and the stream offset at which each line begins."""

    letters: str
    positions: list[int]
    offsets: list[int]


@dataclass(slots=True)
class _State:
    """A path so far: its score, the fields seen in the current card, the last one, and how it came here."""

    score: float
    seen: int
    last: int
    taken: Candidate | None = None
    line: int = 0
    opens_card: bool = False
    before: _State | None = field(default=None, repr=False)


def find_cards(document: SourceDocument, lines: list[Line]) -> tuple[list[Line], list[RawCard]]:
    """Find the cards in the lines of a flow; the lines before the first label come back as heading."""
    path = _best_path(_candidates(document, lines), len(lines))
    if not path:
        return lines, []
    heading = lines[: path[0].line]
    return heading, _cards(path, lines)


def flow_lines(document: SourceDocument, blocks: list[Block], skipped: set[Span]) -> list[Line]:
    """Cut blocks into their visible lines, leaving out the skipped spans.

    A page turns where the format says so; in plain text also where a skipped line or a wide gap stands between.
    """
    lines: list[Line] = []
    above: Block | None = None
    turns = False
    for block in blocks:
        turns = turns or _turns(above, block)
        above = block
        for start, end in _line_spans(document.text, block.start, block.end):
            if (start, end) in skipped:
                turns = True
            elif start != end:
                lines.append(Line(start, end, block.page, turns))
                turns = False
    return lines


def _turns(above: Block | None, block: Block) -> bool:
    if above is None:
        return False
    if above.page != block.page:
        return True
    return block.page is None and (block.line or 0) - (above.line or 0) > WIDE_GAP_LINES


def _line_spans(text: str, start: int, end: int) -> list[Span]:
    """Give the spans of a block's lines, each stripped; a blank line is an empty span."""
    spans = []
    for match in re.compile(r"[^\n\u2029]*(?:\n|\u2029|$)").finditer(text, start, end):
        line = match.group()
        if not line:
            break
        inner = line.strip()
        offset = match.start() + (line.index(inner) if inner else 0)
        spans.append((offset, offset + len(inner)))
    return spans


def _squash(document: SourceDocument, lines: list[Line]) -> _Stream:
    letters: list[str] = []
    positions: list[int] = []
    offsets: list[int] = []
    for line in lines:
        offsets.append(len(positions))
        for position in range(line.start, line.end):
            char = document.text[position]
            if char.isalnum() or char == "%":
                for folded in char.casefold():
                    letters.append(folded)
                    positions.append(position)
    offsets.append(len(positions))
    return _Stream("".join(letters), positions, offsets)


@cache
def _by_start() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in vocabulary():
        found[entry.squashed[:2]].append(entry)
    return {start: tuple(entries) for start, entries in found.items()}


def _candidates(document: SourceDocument, lines: list[Line]) -> list[list[Candidate]]:
    """List the labels that may stand at each line."""
    stream = _squash(document, lines)
    found = []
    for index in range(len(lines)):
        here = _whole(document, lines, stream, index)
        here += _split(document, lines, stream, index)
        found.append(here)
    return found


def _whole(document: SourceDocument, lines: list[Line], stream: _Stream, index: int) -> list[Candidate]:
    """Labels that stand whole at a line, exactly or nearly."""
    offset = stream.offsets[index]
    found = []
    for entry in _by_start().get(stream.letters[offset : offset + 2], ()):
        length, errors = _fits(stream.letters, offset, entry.squashed)
        if length is None or not _ends_word(document.text, stream.positions, offset + length):
            continue
        candidate = _candidate(document, lines, stream, index, entry, length, errors)
        if candidate is not None:
            found.append(candidate)
    return found


def _fits(letters: str, offset: int, wanted: str) -> tuple[int | None, int]:
    """Tell how many letters of the stream a wording takes at an offset, and with how many wrong letters."""
    if letters.startswith(wanted, offset):
        return len(wanted), 0
    if len(wanted) < FUZZY_FROM_LETTERS:
        return None, 0
    allowed = 1 if len(wanted) < SPLIT_FROM_LETTERS else 2 if len(wanted) < 40 else 4
    return prefix_distance(wanted, letters[offset : offset + len(wanted) + allowed], allowed)


@lru_cache(maxsize=20_000)
def prefix_distance(wanted: str, text: str, at_most: int) -> tuple[int | None, int]:
    """Give the length of the prefix of `text` nearest to `wanted` and its edit distance; (None, 0) beyond `at_most`.

    >>> prefix_distance("vastuuhenkilöontarkastanut", "vastuuhenkilöontarkistanuthankkeen", 2)
    (26, 1)
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
            return None, 0
        previous = current
    errors = min(previous.values())
    lengths = [length for length, distance in previous.items() if distance == errors]
    return min(lengths, key=lambda length: abs(length - len(wanted))), errors


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
    stream: _Stream,
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


def _split(document: SourceDocument, lines: list[Line], stream: _Stream, index: int) -> list[Candidate]:
    """Labels that a page break cut in two, the value standing between the halves."""
    ahead = range(index + 1, min(index + _LOOK_AHEAD_LINES, len(lines)))
    turn = next((i for i in ahead if lines[i].turns), None)
    if turn is None:
        return []
    found = []
    for entry in _by_start().get(stream.letters[stream.offsets[index] : stream.offsets[index] + 2], ()):
        if len(entry.squashed) >= SPLIT_FROM_LETTERS:
            found += _split_entry(document, lines, stream, index, turn, entry)
    return found


def _split_entry(
    document: SourceDocument, lines: list[Line], stream: _Stream, index: int, turn: int, entry: Entry
) -> list[Candidate]:
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


def _best_path(candidates: list[list[Candidate]], count: int) -> list[_State]:
    """Choose the labels: dynamic programming over lines, a state per set of fields seen and last field."""
    waiting: dict[int, list[_State]] = defaultdict(list)
    waiting[0].append(_State(0.0, 0, 0))
    best = _State(0.0, 0, 0)
    for line in range(count):
        states = _pruned(waiting.pop(line, []))
        here = candidates[line]
        for state in states:
            waiting[line + 1].append(state)
            for candidate in here:
                for after in _take(state, candidate, line):
                    waiting[candidate.next_line].append(after)
    best = max((state for states in waiting.values() for state in states), key=lambda state: state.score)
    return _trace(best)


def _pruned(states: list[_State]) -> list[_State]:
    """Keep the best state of each kind, and the best kinds."""
    kinds: dict[tuple[int, int], _State] = {}
    for state in states:
        known = kinds.get((state.seen, state.last))
        if known is None or state.score > known.score:
            kinds[(state.seen, state.last)] = state
    return sorted(kinds.values(), key=lambda state: -state.score)[:STATES_KEPT]


def _take(state: _State, candidate: Candidate, line: int) -> list[_State]:
    """Give the states after taking a label: it goes on with the card, or begins the next."""
    number = _NUMBER[candidate.entry.key]
    bit = 1 << number
    found = []
    if state.seen and not state.seen & bit:
        score = state.score + candidate.score + _order_prior(state.last, number)
        found.append(_State(score, state.seen | bit, number, candidate, line, False, state))
    if not state.seen or number == 1 or state.seen & bit:
        score = state.score + candidate.score + _opening_prior(state, number)
        found.append(_State(score, bit, number, candidate, line, True, state))
    return found


def _order_prior(last: int, number: int) -> float:
    """Fields come in the card's order: the next one is likely, a gap less so, a step back unlikely."""
    if number == last + 1:
        return 1.0
    return -0.3 * (number - last - 1) if number > last else -3.0


def _opening_prior(state: _State, number: int) -> float:
    """A card begins with its name, and not before the last one had some rows."""
    prior = 2.0 if number == 1 else -6.0
    if state.seen and state.seen.bit_count() < 4:
        prior -= 3.0
    return prior


def _trace(state: _State) -> list[_State]:
    path = []
    step: _State | None = state
    while step is not None:
        if step.taken is not None:
            path.append(step)
        step = step.before
    return path[::-1]


def _cards(path: list[_State], lines: list[Line]) -> list[RawCard]:
    """Cut the flow at the chosen labels: what lies between two of them is the value of the first."""
    rests = {line for step in path if step.taken for line in step.taken.rest_lines}
    cards: list[list[RawRow]] = []
    for step, stop in zip(path, [*(step.line for step in path[1:]), len(lines)], strict=True):
        if step.taken is None:
            continue
        if step.opens_card or not cards:
            cards.append([])
        cards[-1].append(_raw_row(step.taken, _value(step.taken, lines, stop, rests)))
    return [RawCard(tuple(rows)) for rows in cards]


def _value(label: Candidate, lines: list[Line], stop: int, rests: set[int]) -> tuple[Span, ...]:
    """Give the spans of a value: the rest of the label's last line, then whole lines up to the next label."""
    spans = []
    last_of_label = lines[label.next_line - 1]
    if label.after < last_of_label.end:
        spans.append((label.after, last_of_label.end))
    spans += [(lines[i].start, lines[i].end) for i in range(label.next_line, stop) if i not in rests]
    return tuple(spans)


def _raw_row(label: Candidate, value: tuple[Span, ...]) -> RawRow:
    remarks = [RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK] if label.rest_lines else []
    if label.entry.is_approximate:
        remarks.append(RemarkCode.LABEL_APPROXIMATE)
    how = How.SIMILAR if label.errors else How.EXACT if label.entry.is_canonical else How.SYNONYM
    certainty = 1 - label.errors / max(len(label.entry.squashed), 1)
    return RawRow(label.entry.key.value, label.pieces, value, how, certainty, tuple(remarks))
