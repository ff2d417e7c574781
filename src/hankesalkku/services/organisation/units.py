"""Units (*yksiköt*): found by their path, added where an accepted card names new ones."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from hankesalkku.core.values.text import fold, sortable
from hankesalkku.services.audit.act import Act
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import Unit
from hankesalkku.store.queries.versions import next_number


def find_unit(organisation: UUID, path: Sequence[str]) -> UUID | None:
    """Give the unit of a path of names from the top (synonyms count), None where the tree has none such."""
    parent: UUID | None = None
    for name in path:
        unit = _child(organisation, parent, name)
        if unit is None:
            return None
        parent = unit.id
    return parent


def unit_of_path(act: Act, organisation: UUID, path: Sequence[str]) -> UUID:
    """Give the unit of a path, adding the units that the tree lacks; each new one is an entry of the act."""
    parent: Unit | None = None
    for name in path:
        parent = _child(organisation, parent.id if parent else None, name) or add_unit(
            act, organisation, name, parent
        )
    assert parent is not None, "a path has at least one name"
    return parent.id


def add_unit(act: Act, organisation: UUID, name: str, parent: Unit | None) -> Unit:
    """Add a unit under another (None: at the top)."""
    number = next_number(organisation, "unit")
    unit = Unit(
        id=new_key(),
        organisation_id=organisation,
        number=number,
        parent=parent,
        lineage=f"{parent.lineage if parent else ''}{number:06d}.",
        name=name[:200],
        sort_key=sortable(name),
        created_at=act.at,
        changed_at=act.at,
    )
    Unit.objects.bulk_create([unit])
    act.changed("unit", unit.id, None, {"name": unit.name, "parent": parent.name if parent else None})
    return unit


def _child(organisation: UUID, parent: UUID | None, name: str) -> Unit | None:
    wanted = fold(name)
    for unit in Unit.objects.filter(organisation=organisation, parent=parent).order_by("number"):
        if wanted in (fold(unit.name), *(fold(synonym) for synonym in unit.synonyms)):
            return unit
    return None
