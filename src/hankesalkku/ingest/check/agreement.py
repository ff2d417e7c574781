"""Tells whether the cards attached to our own PDF say what its pages say (requirements/documents.md 5)."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.exchange import card_to_dict

SUBSTITUTE = "□"
"""What our PDF prints for a character that its fonts lack."""

_NOT_VALUES = ("fields", "case_url", "progress_percent")
_LAYOUT = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Pd"})


def cards_agree(visible: tuple[Card, ...], attached: tuple[Card, ...]) -> bool:
    """Tell whether two readings hold the same values.

    Dates, sums and numbers must be equal; texts may differ by layout (white space, hyphens, invisible characters) and
    by characters that the page could only print a square for.
    """
    return len(visible) == len(attached) and all(
        _agree(_values(seen), _values(own)) for seen, own in zip(visible, attached, strict=True)
    )


def _values(card: Card) -> dict[str, Any]:
    """Give a card's values; how a funder's name is written is none, since a page prints its legal name."""
    values = {key: value for key, value in card_to_dict(card).items() if key not in _NOT_VALUES}
    for decision in (values["funder_decision"], *values["also"]["funder_decision"]):
        if decision:
            decision.pop("funder_written", None)
            decision.pop("funder", None)
    return values


def _agree(seen: object, own: object) -> bool:
    if isinstance(seen, dict) and isinstance(own, dict):
        return seen.keys() == own.keys() and all(_agree(seen[key], own[key]) for key in seen)
    if isinstance(seen, list) and isinstance(own, list):
        return len(seen) == len(own) and all(map(_agree, seen, own))
    if isinstance(seen, str) and isinstance(own, str):
        return seen == own or _texts_agree(seen, own)
    return (seen or None) == (own or None)


def _texts_agree(seen: str, own: str) -> bool:
    pattern = re.escape(_without_layout(seen)).replace(SUBSTITUTE, ".{1,4}")
    return re.fullmatch(pattern, _without_layout(own), re.DOTALL) is not None


def _without_layout(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if unicodedata.category(char) not in _LAYOUT)
