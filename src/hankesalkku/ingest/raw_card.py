"""What the recognisers hand on: which span of the source is which row of which card. No value is interpreted yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hankesalkku.core.values.reading import RemarkCode

Span = tuple[int, int]
"""Start and end in `SourceDocument.text`, end exclusive."""


class How(StrEnum):
    """How a label was matched to its field."""

    EXACT = "exact"
    SYNONYM = "synonym"
    SIMILAR = "similar"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row: its field key (or `extra:<label>`), the spans of label and value in reading order, how sure it is.

    `certainty` runs from 0 to 1. `remarks` are codes about the label; `number` is a spreadsheet
    cell's own value, `parts` the cell beside a sum that holds its named parts; `joint` stands between the spans of a
    value that was kept in several columns.
    """

    key: str
    label: tuple[Span, ...]
    value: tuple[Span, ...]
    how: How = How.EXACT
    certainty: float = 1.0
    remarks: tuple[RemarkCode, ...] = ()
    unit_cents: int = 100
    number: str | None = None
    parts: tuple[Span, ...] = ()
    joint: str = " "


@dataclass(frozen=True, slots=True)
class RawCard:
    """A card's rows in the order of the source."""

    rows: tuple[RawRow, ...]


@dataclass(frozen=True, slots=True)
class RawTotals:
    """Sums that the document states itself, by field key, as spans of their text, and a stated number of projects."""

    sums: tuple[tuple[str, Span], ...] = ()
    projects: int | None = None


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a recogniser made of a document: heading lines, cards, furniture, and what it left.

    Every span of visible text is in exactly one of `heading`, a row, `furniture`, `links` (printed addresses),
    `unread`. `language` is the language of the labels.
    """

    cards: tuple[RawCard, ...]
    heading: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()
    unread: tuple[Span, ...] = ()
    language: str = "fi"
    totals: RawTotals = RawTotals()
