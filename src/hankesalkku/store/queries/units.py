"""The tree of units."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from hankesalkku.store.models import Unit


def unit_paths(organisation: UUID) -> dict[UUID, tuple[str, ...]]:
    """Give every unit's names from the top of the tree, in the main language."""
    units = {
        key: (parent, name)
        for key, parent, name in Unit.objects.filter(organisation=organisation).values_list(
            "id", "parent", "name"
        )
    }
    paths: dict[UUID, tuple[str, ...]] = {}

    def path(key: UUID) -> tuple[str, ...]:
        if key not in paths:
            parent, name = units[key]
            paths[key] = (*(path(parent) if parent else ()), name)
        return paths[key]

    for key in units:
        path(key)
    return paths


def lineages(organisation: UUID) -> dict[UUID, str]:
    """Give every unit's lineage."""
    return dict(Unit.objects.filter(organisation=organisation).values_list("id", "lineage"))


def unit_lines(organisation: UUID, units: Iterable[UUID]) -> frozenset[UUID]:
    """Give units with all units above them, in one query."""
    parents = dict(Unit.objects.filter(organisation=organisation).values_list("id", "parent"))
    line: set[UUID] = set()
    for unit in units:
        step: UUID | None = unit
        while step is not None and step in parents and step not in line:
            line.add(step)
            step = parents[step]
    return frozenset(line)
