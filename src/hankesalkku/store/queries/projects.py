"""Projects asked for whole: one query a table, however many projects are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from hankesalkku.core.access.may import Sight
from hankesalkku.core.access.subject import Visibility
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.store.mapping.projects import CHILDREN, Children, record_of
from hankesalkku.store.models import Project, ProjectListing, Unit
from hankesalkku.store.queries.units import unit_paths

_AT_ONCE = 500


def within_sight(sight: Sight, rows: QuerySet[ProjectListing] | None = None) -> QuerySet[ProjectListing]:
    """Give the listing rows of the projects that an actor sees: the rule of core/access, as a filter."""
    listings = ProjectListing.objects.all() if rows is None else rows
    if sight.organisation is None:
        return listings.none()
    listings = listings.filter(organisation=sight.organisation)
    seen = Q() if sight.all_units else _in_units(sight)
    if not sight.sees_restricted:
        seen &= ~Q(visibility=Visibility.RESTRICTED)
    if not seen:
        return listings
    return listings.filter(seen | _of_persons(sight)) if sight.persons else listings.filter(seen)


def _in_units(sight: Sight) -> Q:
    """A project's units carry the lineages of all units above them: `lineages` holds each between spaces."""
    found = Q(lineages="")
    for unit in Unit.objects.filter(organisation=sight.organisation, id__in=sight.units):
        found |= Q(lineages__contains=f" {unit.lineage}")
    return found


def _of_persons(sight: Sight) -> Q:
    keys = Project.objects.filter(organisation=sight.organisation).filter(
        Q(people__person__in=sight.persons) | Q(viewers__person__in=sight.persons)
    )
    return Q(project__in=keys.values("id"))


def records(organisation: UUID, keys: Sequence[UUID]) -> tuple[ProjectRecord, ...]:
    """Give whole projects in the order asked for; missing ones are left out."""
    found: dict[UUID, ProjectRecord] = {}
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        found |= _records(organisation, some)
    return tuple(found[key] for key in keys if key in found)


def record_numbered(organisation: UUID, number: int) -> ProjectRecord | None:
    """Give the project of a number, None where there is none."""
    key = (
        Project.objects.filter(organisation=organisation, number=number).values_list("id", flat=True).first()
    )
    return next(iter(records(organisation, [key])), None) if key else None


def project_key(organisation: UUID, number: int) -> UUID | None:
    """Give the key of the project of a number."""
    return (
        Project.objects.filter(organisation=organisation, number=number).values_list("id", flat=True).first()
    )


def _records(organisation: UUID, keys: Iterable[UUID]) -> dict[UUID, ProjectRecord]:
    projects = list(Project.objects.filter(organisation=organisation, id__in=list(keys)))
    children = {project.id: Children() for project in projects}
    for position, model in enumerate(CHILDREN):
        rows = model._default_manager.filter(organisation=organisation, project__in=children)  # type: ignore[misc]
        ordered = rows.order_by("position") if hasattr(model, "position") else rows.order_by("id")
        for row in ordered:
            children[row.project_id].lists[position].append(row)  # type: ignore[attr-defined]
    paths = unit_paths(organisation)
    return {project.id: record_of(project, children[project.id], paths) for project in projects}
