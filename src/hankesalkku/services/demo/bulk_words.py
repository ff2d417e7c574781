"""The words and funders of bulk data, from `data/words.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from hankesalkku.services.demo.tables import Table, read_table


@dataclass(frozen=True, slots=True)
class BulkWords:
    """Themes in nominative, genitive and partitive; groups in genitive and nominative; parts of sentences."""

    themes: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, ...], ...]
    actions: tuple[str, ...]
    first_words: tuple[str, ...]
    second_words: tuple[str, ...]
    gains: tuple[str, ...]
    partners: tuple[str, ...]
    results: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BulkFunder:
    """A funder, the form of its numbers (empty where it has none), and the years of its being, both inclusive."""

    name: str
    form: str
    weight: int
    first: int
    last: int


@cache
def bulk_words() -> BulkWords:
    """Read the words."""
    table = read_table("words.toml")
    return BulkWords(
        themes=tuple(table.rows("themes", 3)),
        groups=tuple(table.rows("groups", 2)),
        actions=_single(table, "actions"),
        first_words=_single(table, "first_words"),
        second_words=_single(table, "second_words"),
        gains=_single(table, "gains"),
        partners=_single(table, "partners"),
        results=_single(table, "results"),
        statuses=_single(table, "statuses"),
    )


def _single(table: Table, key: str) -> tuple[str, ...]:
    return tuple(row[0] for row in table.rows(key, 1))


@cache
def bulk_funders() -> tuple[BulkFunder, ...]:
    """Read the funders."""
    return tuple(
        BulkFunder(name, form, int(weight), int(first or 0), int(last or 9999))
        for name, form, weight, first, last in read_table("words.toml").rows("funders", 5)
    )


@cache
def funders_in(year: int) -> tuple[tuple[BulkFunder, ...], tuple[int, ...]]:
    """Give the funders in being in a year, and their weights added up one after the other."""
    living = tuple(funder for funder in bulk_funders() if funder.first <= year <= funder.last)
    return living, tuple(accumulate(funder.weight for funder in living))
