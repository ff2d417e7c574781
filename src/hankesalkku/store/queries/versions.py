"""The one way to change a versioned row: its version stands in the WHERE, so that nobody overwrites another (P5)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Model


def update_versioned(
    model: type[Model],
    *,
    organisation: UUID | None,
    key: UUID,
    version: int,
    **values: Any,  # noqa: ANN401 - columns
) -> bool:
    """Change a row if it still has this version, and count the version on; tell whether it did."""
    owned = {"organisation_id": organisation} if organisation is not None else {}
    rows = model._default_manager.filter(pk=key, version=version, **owned)
    return rows.update(version=version + 1, **values) == 1


def next_number(organisation: UUID, name: str, count: int = 1) -> int:
    """Take the next number of a kind (projects, imports, units); of several the first. Call within a transaction."""
    from hankesalkku.store.models import Counter

    Counter.objects.bulk_create([Counter(organisation_id=organisation, name=name)], ignore_conflicts=True)
    counter = Counter.objects.select_for_update().get(organisation=organisation, name=name)
    counter.value += count
    counter.save(update_fields=["value"])
    return counter.value - count + 1
