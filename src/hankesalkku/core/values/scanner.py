"""The tokens all grammars of values are built on, each with its span in the raw text.

One master pattern cuts a text into tokens without loss: `"".join(t.text for t in scan(x)) == x`.
It has no nested repetition, so scanning takes time linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from hankesalkku.core.values.reading import Remark, RemarkCode


class Kind(Enum):
    """What a token is; the value is its letter in `Tokens.shape`."""

    SPACE = "_"
    NEWLINE = "|"
    NUMBER = "N"
    WORD = "W"
    DASH = "-"
    SLASH = "/"
    DOT = "."
    COMMA = ","
    COLON = ":"
    SEMICOLON = ";"
    OPEN = "("
    CLOSE = ")"
    SECTION = "§"
    PERCENT = "%"
    EURO = "€"
    MARK = "?"
    END = ""


_KINDS = dict(Kind.__members__)
_LETTERS = {kind: kind.value for kind in Kind}

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
MINUS_SIGN = "\u2212"

_MASTER = re.compile(
    r"(?P<NEWLINE>[\r\n\v\f\u2028\u2029]+)|(?P<SPACE>[^\S\r\n\v\f\u2028\u2029]+)|(?P<NUMBER>[0-9]+)"
    rf"|(?P<WORD>[^\W\d_]+)|(?P<DASH>[{DASHES}])|(?P<SLASH>/)|(?P<DOT>\.)|(?P<COMMA>,)|(?P<COLON>:)"
    r"|(?P<SEMICOLON>;)|(?P<OPEN>[(\[])|(?P<CLOSE>[)\]])|(?P<SECTION>§)|(?P<PERCENT>%)|(?P<EURO>€)|(?P<MARK>.)",
    re.DOTALL,
)


class Token(NamedTuple):
    """A piece of the text from `start` to `end` (exclusive)."""

    kind: Kind
    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """Give the text without case, for look-ups."""
        return self.text.casefold()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, end exclusive."""

    start: int
    end: int

    def covers(self, position: int) -> bool:
        """Tell whether a position lies inside."""
        return self.start <= position < self.end


class Cover:
    """Which characters of a text are taken already; asking and taking cost the length of the span."""

    __slots__ = ("_taken",)

    def __init__(self, text: str, spans: Iterable[Span] = ()) -> None:
        """Begin with the given spans taken."""
        self._taken = bytearray(len(text))
        for span in spans:
            self.take(span.start, span.end)

    def take(self, start: int, end: int) -> None:
        """Take a span."""
        self._taken[start:end] = b"\1" * (end - start)

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no character of a span is taken."""
        return not any(self._taken[start:end])


class Tokens:
    """The tokens of one text; reading past either end gives an empty END token.

    `shape` has one letter per token (see `Kind`), so that a grammar asks for `N.N.N` with a plain comparison.
    """

    __slots__ = ("_items", "shape", "text")

    def __init__(self, text: str) -> None:
        """Scan a text."""
        self.text = text
        self._items = tuple(_cut(text))
        self.shape = "".join([_LETTERS[token.kind] for token in self._items])

    def __len__(self) -> int:
        """Count the tokens, END not among them."""
        return len(self._items)

    def __iter__(self) -> Iterator[Token]:
        """Go through the tokens in order."""
        return iter(self._items)

    def __getitem__(self, index: int) -> Token:
        """Give a token, or END outside the text (never counted from the end)."""
        if 0 <= index < len(self._items):
            return self._items[index]
        position = 0 if index < 0 else len(self.text)
        return Token(Kind.END, "", position, position)

    def follows(self, index: int, shape: str) -> bool:
        """Tell whether the tokens from `index` on have the shape."""
        return index >= 0 and self.shape.startswith(shape, index)

    def precedes(self, index: int, shape: str) -> bool:
        """Tell whether the tokens just before `index` have the shape."""
        return self.follows(index - len(shape), shape)

    def lengths(self, index: int, *steps: int) -> tuple[int, ...]:
        """Give the lengths of the tokens at `index` plus each step."""
        return tuple(len(self[index + step].text) for step in steps)

    def past_space(self, index: int) -> int:
        """Give the index of the first token from `index` on that is no white space."""
        while self[index].kind in {Kind.SPACE, Kind.NEWLINE}:
            index += 1
        return index

    def before_space(self, index: int) -> int:
        """Give the index of the last token up to `index` that is no white space."""
        while self[index].kind in {Kind.SPACE, Kind.NEWLINE}:
            index -= 1
        return index

    def index_at(self, position: int) -> int:
        """Give the index of the token that holds a position of the text."""
        return bisect_right(self._items, position, key=_start_of) - 1


def _start_of(token: Token) -> int:
    return token.start


@lru_cache(maxsize=4)
def scan(text: str) -> Tokens:
    """Cut a text into tokens; several grammars read the same row, so that the last few texts are kept.

    >>> tokens = scan("§ 47/2021")
    >>> tokens.shape, [token.text for token in tokens]
    ('§_N/N', ['§', ' ', '47', '/', '2021'])
    """
    return Tokens(text)


def _cut(text: str) -> Iterator[Token]:
    for match in _MASTER.finditer(text):
        yield Token(_KINDS[match.lastgroup or "MARK"], match.group(), match.start(), match.end())


def remark_at(code: RemarkCode, text: str, start: int, end: int, note: str | None = None) -> Remark:
    """Make a remark that quotes the text at its span."""
    return Remark(code, text[start:end], start, end, note)


_EDGES = f" \t\r\n\u00a0\u202f\u2009,;:/.|&+>{DASHES}"


def trim(text: str, start: int, end: int, edges: str = _EDGES) -> tuple[int, int]:
    """Shrink a span past white space and the given separators at both of its ends."""
    while start < end and (text[start] in edges or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in edges or text[end - 1].isspace()):
        end -= 1
    return start, end


def gaps(text: str, used: Iterable[Span]) -> Iterator[Span]:
    """Give the stretches of the text that no span covers, in order."""
    position = 0
    for span in sorted(used):
        if span.start > position:
            yield Span(position, span.start)
        position = max(position, span.end)
    if position < len(text):
        yield Span(position, len(text))


def left_over(text: str, used: Iterable[Span]) -> tuple[Remark, ...]:
    """Remark on every stretch a grammar did not use, white space and lone separators apart.

    >>> [remark.text for remark in left_over("5 € (alv 0 %)", [Span(0, 3)])]
    ['(alv 0 %)']
    """
    return tuple(
        remark_at(RemarkCode.LEFT_OVER, text, start, end)
        for start, end in (trim(text, gap.start, gap.end) for gap in gaps(text, used))
        if start < end and text[start:end].strip("()[]" + _EDGES)
    )


def words(line: str) -> frozenset[str]:
    """Give the words of a line as a set.

    >>> sorted(words("och ja and"))
    ['and', 'ja', 'och']
    """
    return frozenset(line.split())
