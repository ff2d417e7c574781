"""What a row of persons names: units only, or one person above the others."""

from __future__ import annotations

import re

from hankesalkku.core.reference.organisation_words import ACCOUNTABLE_WORDS, UNIT_ENDINGS
from hankesalkku.core.values.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_ACCOUNTABLE = re.compile(rf"\b(?:{'|'.join(ACCOUNTABLE_WORDS)})", re.I)


def is_only_a_unit(text: str, unit: tuple[str, ...]) -> bool:
    """Tell whether a text names a unit and nobody: a step of the card's unit path, or words that end like units.

    >>> is_only_a_unit("Varhaiskasvatus", ("Hyvinvointi", "Varhaiskasvatus")), is_only_a_unit("rehtori", ())
    (True, False)
    """
    if fold(text) in {fold(step) for step in (*unit, " / ".join(unit))}:
        return True
    pieces = [_WORD.findall(piece) for piece in re.split(r"[,/;]|\s(?:ja|och|and)\s", text)]
    return all(bool(words) and words[-1].casefold().endswith(UNIT_ENDINGS) for words in pieces)


def marks_accountable(text: str) -> bool:
    """Tell whether one of several persons is marked as the accountable one."""
    return _ACCOUNTABLE.search(text) is not None
