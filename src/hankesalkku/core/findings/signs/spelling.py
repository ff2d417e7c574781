"""Spellings that can be told wrong without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.core.reference.split_compounds import SPLIT_COMPOUNDS, SplitCompound

_ACCENT = re.compile(r"(?<![^\W\d_])[^\W\d_]+[`´][^\W\d_]+")
_APOSTROPHE = "’"


@dataclass(frozen=True, slots=True)
class Spot:
    """A spelling as written and what is suggested instead."""

    written: str
    suggestion: str


def accents_as_apostrophes(text: str) -> Iterator[Spot]:
    """Find a grave or acute accent between letters.

    >>> list(accents_as_apostrophes("boy`s club"))
    [Spot(written='boy`s', suggestion='boy’s')]
    """
    for match in _ACCENT.finditer(text):
        yield Spot(match.group(), re.sub("[`´]", _APOSTROPHE, match.group()))


def split_compounds(text: str) -> Iterator[Spot]:
    """Find Finnish compounds of the list that are written apart, in the order of the text.

    >>> list(split_compounds("Koulujen loma aikana leirejä"))
    [Spot(written='loma aikana', suggestion='loma-aikana')]
    """
    for match in _SPLIT.finditer(text):
        joiner = _JOINERS[match["first"].casefold()]
        yield Spot(match.group(), f"{match['first']}{joiner}{match['second']}")


def _pattern(compound: SplitCompound) -> str:
    return f"{compound.first}(?=\\s(?:{'|'.join(compound.seconds)})\\b)"


_JOINERS = {compound.first: compound.joiner for compound in SPLIT_COMPOUNDS}
_SPLIT = re.compile(
    rf"(?<![\w-])(?P<first>{'|'.join(_pattern(compound) for compound in SPLIT_COMPOUNDS)})\s(?P<second>\w+)(?![\w-])",
    re.I,
)
