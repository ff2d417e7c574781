"""A report as read: heading, cards, and an account of every character of its source."""

from __future__ import annotations

from dataclasses import dataclass

from hankesalkku.core.card.card import Card
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.place import Place


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document was read from; `pages` is None where the format has none."""

    name: str
    sha256: str
    format: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A piece of text and where it stands."""

    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the source and the card it belongs to (index from 0), None where that is not known."""

    url: str
    card: int | None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many visible characters the source has, and how many of them found a place."""

    characters: int
    placed: int


@dataclass(frozen=True, slots=True)
class HiddenContent:
    """Content of the file that the page does not show: kind, count, an excerpt."""

    kind: str
    count: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class PrintedTotals:
    """Totals and counts that the document itself states, in cents; None where it does not."""

    gross_income_cents: int | None = None
    gross_expenditure_cents: int | None = None
    municipal_share_cents: int | None = None
    projects: int | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class CardDocument:
    """A report: see CONTRACTS.md 2 for its JSON form. `date` and `author` are the document's own, None if unstated."""

    cards: tuple[Card, ...]
    source: Source | None = None
    title: str | None = None
    division: str | None = None
    note: str | None = None
    municipality: str | None = None
    language: str = "fi"
    date: PartialDate | None = None
    author: str | None = None
    furniture: tuple[PlacedText, ...] = ()
    links: tuple[Link, ...] = ()
    unread: tuple[PlacedText, ...] = ()
    coverage: Coverage | None = None
    hidden: tuple[HiddenContent, ...] = ()
    image_pages: tuple[int, ...] = ()
    totals: PrintedTotals = PrintedTotals()
