"""The tree of units."""

from __future__ import annotations

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


def unit_line(organisation: UUID, unit: UUID) -> frozenset[UUID]:
    """Give a unit with all units above it."""
    parents = dict(Unit.objects.filter(organisation=organisation).values_list("id", "parent"))
    line = []
    step: UUID | None = unit
    while step is not None and step in parents:
        line.append(step)
        step = parents[step]
    return frozenset(line)
