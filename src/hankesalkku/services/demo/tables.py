"""Reads the demo's data files (TOML) with their types: a wrong or misspelt entry is an error, never a gap."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from importlib import resources

DATA = resources.files("hankesalkku.services.demo") / "data"


class Table:
    """A table of a data file. What was asked for is remembered, so that `finish` can name what nobody reads."""

    def __init__(self, values: Mapping[str, object], name: str) -> None:
        """Take the values of a table; `name` says in errors where they stand."""
        self._values = values
        self._name = name
        self._asked: set[str] = set()

    def _get(self, key: str) -> object:
        self._asked.add(key)
        return self._values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text.

        Raises:
            ValueError: there is none and no default, or it is no text.
        """
        value = self._get(key)
        if value is None:
            value = default
        if not isinstance(value, str):
            raise ValueError(f"{self._name}: {key} is not a text")
        return value

    def text_or_none(self, key: str) -> str | None:
        """Give a text, None where the table has none."""
        return self.text(key) if self._get(key) is not None else None

    def whole(self, key: str) -> int | None:
        """Give a whole number, None where the table has none.

        Raises:
            ValueError: it is no whole number.
        """
        value = self._get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise ValueError(f"{self._name}: {key} is not a whole number")
        return value

    def flag(self, key: str) -> bool:
        """Give a yes or no, no where the table has none."""
        return self._get(key) is True

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, empty where the table has none.

        Raises:
            ValueError: it is no list of texts.
        """
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ValueError(f"{self._name}: {key} is not a list of texts")
        return tuple(value)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Give a list of tables, empty where there is none.

        Raises:
            ValueError: it is no list of tables.
        """
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise ValueError(f"{self._name}: {key} is not a list of tables")
        return tuple(Table(each, f"{self._name} {key}[{index}]") for index, each in enumerate(value))

    def table(self, key: str) -> Table:
        """Give a table.

        Raises:
            ValueError: there is none.
        """
        value = self._get(key)
        if not isinstance(value, dict):
            raise ValueError(f"{self._name}: {key} is not a table")
        return Table(value, f"{self._name} {key}")

    def rows(self, key: str, width: int) -> Iterator[tuple[str, ...]]:
        """Give the lines of a text, each cut at ` | ` into `width` cells; missing ones at the end are empty.

        Raises:
            ValueError: a line has more cells.
        """
        for line in self.text(key).strip().splitlines():
            yield cells(line, width)

    def finish(self) -> None:
        """Make sure that every entry was read.

        Raises:
            ValueError: there is one that nobody asked for.
        """
        strange = set(self._values) - self._asked
        if strange:
            raise ValueError(f"{self._name}: unknown {', '.join(sorted(strange))}")


def read_table(name: str) -> Table:
    """Read a data file of the demo."""
    return Table(tomllib.loads((DATA / name).read_text(encoding="utf-8")), name)


def cells(line: str, width: int) -> tuple[str, ...]:
    """Cut a line at its bars into `width` cells.

    Raises:
        ValueError: the line has more cells.

    >>> cells("a | | b", 4)
    ('a', '', 'b', '')
    """
    found = [cell.strip() for cell in line.split("|")]
    if len(found) > width:
        raise ValueError(f"more than {width} cells: {line}")
    return (*found, *[""] * (width - len(found)))


def day(text: str) -> date | None:
    """Read `2025-06-01`; an empty text is no day."""
    return date.fromisoformat(text) if text else None


def instant(text: str) -> datetime:
    """Read `2025-06-01T09:30`, which is in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
