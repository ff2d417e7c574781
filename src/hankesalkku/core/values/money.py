"""Euros in whole cents, with the named parts a row may give in brackets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in whole cents; may be negative."""

    cents: int


@dataclass(frozen=True, slots=True)
class NamedPart:
    """One named split of a sum, such as `esiopetus: 64 000 €`."""

    name: str
    cents: int


@dataclass(frozen=True, slots=True)
class Money:
    """The total of a row in cents and its named parts, in the order written."""

    total_cents: int
    parts: tuple[NamedPart, ...] = ()
