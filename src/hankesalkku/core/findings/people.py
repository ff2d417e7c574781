"""Persons, posts and units told apart by their words."""

from __future__ import annotations

import re

from hankesalkku.core.reference.role_words import ACCOUNTABLE_WORDS, ROLE_ENDINGS, UNIT_ENDINGS
from hankesalkku.core.values.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_ACCOUNTABLE = re.compile(rf"\b(?:{'|'.join(ACCOUNTABLE_WORDS)})", re.I)


def names_role(text: str) -> bool:
    """Tell whether a text names a post: its last word ends like one and no surname follows.

    >>> names_role("hankevastaava"), names_role("Hankejohtaja Matti Mallilainen"), names_role("johtamispalvelut")
    (True, False, False)
    """
    words = _WORD.findall(text.casefold())
    return bool(words) and words[-1].endswith(ROLE_ENDINGS)


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
