"""The values that components draw: a page's view fills them, a tag of `{% load shared %}` renders them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from hankesalkku.core.language.formats import format_number, format_percent

TAG_LOOKS: Mapping[str, str] = {
    "not_started": "outline",
    "in_progress": "info-quiet",
    "submitted": "info",
    "returned": "attention",
    "attested": "plain",
    "overdue": "error",
    "error": "error",
    "warning": "attention",
    "note": "quiet",
    "draft": "quiet",
    "frozen": "quiet",
    "published": "plain",
    "new": "brand",
    "changed": "info-quiet",
    "same": "plain",
    "conflict": "error",
    "accepted": "plain",
    "skipped": "quiet",
    "missing": "attention",
    "waived": "quiet",
    "internal": "outline",
    "restricted": "quiet",
    "failed": "error",
}
"""Every state with a tag, and how it looks; its word is `web.shared.tag.<state>`."""

TAG_SIGNS: Mapping[str, str] = {
    "overdue": "overdue",
    "error": "error",
    "warning": "warning",
    "note": "note",
    "conflict": "warning",
    "failed": "error",
    "frozen": "lock",
    "restricted": "lock",
}
"""The drawn sign before the word, for the states that have one: never colour alone."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head: with `href` its label sorts the list; `sorted_by` is `ascending`, `descending` or empty."""

    label: str
    href: str = ""
    sorted_by: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """The way to the rows before and after these; empty where there are none."""

    previous_href: str = ""
    next_href: str = ""
    next_count: int = 50


@dataclass(frozen=True, slots=True)
class Chip:
    """An active filter: what it says and the address of the list without it."""

    label: str
    remove_href: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A field that two people changed: both texts; `name` is the radio's name, `chosen` is `yours` or `theirs`."""

    label: str
    name: str
    yours: str
    theirs: str
    chosen: str = "yours"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a long act; `state` is `done`, `now`, `waiting` or `failed`."""

    label: str
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class MoneyBar:
    """Money of a project as a bar: what was budgeted, what was used, what is forecast, how much time has passed.

    Cents; `elapsed_hundredths` is time progress in hundredths of a per cent; None where a term is unknown.
    """

    budget_cents: int
    actual_cents: int
    forecast_cents: int | None = None
    elapsed_hundredths: int | None = None

    @property
    def used_hundredths(self) -> int:
        """Give the use of the budget in hundredths of a per cent, rounded half up."""
        return (self.actual_cents * 20_000 + self.budget_cents) // (2 * self.budget_cents)

    @property
    def scale_cents(self) -> int:
        """Give the amount at the right end of the drawing: the largest of the three."""
        return max(self.budget_cents, self.actual_cents, self.forecast_cents or 0)

    def share(self, cents: int) -> str:
        """Give an amount's place on the drawing as the per cent that SVG reads, `31.53%`."""
        hundredths = max(0, cents) * 10_000 // self.scale_cents
        return f"{hundredths // 100}.{hundredths % 100:02d}%"

    def text(self, language: str, *, decimals: int = 1) -> str:
        r"""Say the bar in words.

        >>> MoneyBar(38_170_000, 12_034_500).text("fi")
        '31,5\xa0% · 120\xa0345\xa0/\xa0381\xa0700\xa0€'
        """
        percent = format_percent(self.used_hundredths, language, decimals=decimals)
        actual, budget = (
            format_number((cents + 50) // 100) for cents in (self.actual_cents, self.budget_cents)
        )
        return f"{percent} · {actual}\u00a0/\u00a0{budget}\u00a0€"


def address_with(path: str, parameters: Mapping[str, str], **changes: str | None) -> str:
    """Give an address with some parameters changed; None or an empty text takes a parameter away.

    >>> address_with("/hankkeet/", {"haku": "esi", "sivu": "x"}, sivu=None, vaihe="planning")
    '/hankkeet/?haku=esi&vaihe=planning'
    """
    merged = {**parameters, **changes}
    query = urlencode({key: value for key, value in merged.items() if value})
    return f"{path}?{query}" if query else path
