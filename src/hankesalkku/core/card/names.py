"""How alike two names of projects are: Finnish words in any case form and order, small slips of the pen.

Years and ordinals tell projects apart that are otherwise named alike, as the same grant of two years is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from hankesalkku.core.values.text import fold

_WORD = re.compile(r"[^\W\d_]+|\d+")
_STEM_LETTERS = 5
_SAME_STEM = 0.6
_SHORTEST_STEM = 4
_EMPTY_WORDS = frozenset(
    "hanke hankkeen hankkeet projekti projektin projekt projektet project the ja och and sekä".split()
)
_NUMBERS_DIFFER = 75
_UNLIKE_BELOW, _LETTERS_FROM = 0.3, 0.45
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: folded text, its words but the empty ones, its numbers apart."""

    text: str
    words: tuple[str, ...]
    numbers: frozenset[str]
    triples: frozenset[str]
    """All runs of three letters, by which names that are not at all alike are told quickly."""

    @classmethod
    def of(cls, text: str) -> Name:
        """Take a name apart.

        >>> Name.of("Kirjasto kuuluu kaikille II -hanke 2023").words
        ('kirjasto', 'kuuluu', 'kaikille')
        """
        return _name(text)

    @property
    def stems(self) -> tuple[str, ...]:
        """Give the beginnings of the words, which their case forms share."""
        return tuple(word[:_STEM_LETTERS] for word in self.words)


@lru_cache(maxsize=4096)
def _name(text: str) -> Name:
    folded = fold(text)
    pieces = [_ROMAN.get(piece, piece) for piece in _WORD.findall(folded)]
    words = tuple(piece for piece in pieces if not piece.isdigit() and piece not in _EMPTY_WORDS)
    triples = frozenset(word[i : i + 3] for word in words for i in range(max(len(word) - 2, 1)))
    return Name(folded, words, frozenset(piece for piece in pieces if piece.isdigit()), triples)


def similarity(a: Name, b: Name) -> int:
    """Tell how alike two names are, in per cent; at most 75 where both have numbers and these differ.

    >>> similarity(Name.of("Perusopetuksen tasa-arvo"), Name.of("Tasa-arvo perusopetuksessa"))
    91
    >>> similarity(Name.of("Kesäleirit 2022"), Name.of("Kesäleirit 2023"))
    75
    """
    if a.text == b.text:
        return 100
    shared_triples = 2 * len(a.triples & b.triples) / max(len(a.triples) + len(b.triples), 1)
    if shared_triples < _UNLIKE_BELOW:
        return 0
    share = max(_shared_words(a, b), _shared_letters(a, b) if shared_triples >= _LETTERS_FROM else 0.0)
    percent = min(round(100 * share), 99)
    return min(percent, _NUMBERS_DIFFER) if a.numbers and b.numbers and a.numbers != b.numbers else percent


def _shared_words(a: Name, b: Name) -> float:
    """Give the share of letters that stand in words which both names have."""
    length = sum(map(len, a.words)) + sum(map(len, b.words))
    left = list(b.words)
    shared = 0.0
    for word in a.words:
        likeness, best = max(((_alike(word, other), other) for other in left), default=(0.0, ""))
        if likeness:
            left.remove(best)
            shared += likeness * (len(word) + len(best))
    return shared / length if length else 0.0


def _alike(a: str, b: str) -> float:
    """Tell how alike two words are: the share of their common beginning, if it is long enough to be a stem."""
    if a == b:
        return 1.0
    common = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    share = 2 * common / (len(a) + len(b))
    return share if common >= _SHORTEST_STEM and share >= _SAME_STEM else 0.0


def _shared_letters(a: Name, b: Name) -> float:
    """Give difflib's ratio of the two texts."""
    return SequenceMatcher(a=a.text, b=b.text, autojunk=False).ratio()
