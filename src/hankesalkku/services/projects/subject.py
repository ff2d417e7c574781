"""What rights need to know of a project."""

from __future__ import annotations

from uuid import UUID

from hankesalkku.core.access.subject import ProjectState, Subject, Visibility
from hankesalkku.core.card.record import ProjectRecord
from hankesalkku.store.queries.units import unit_lines


def subject_of(record: ProjectRecord) -> Subject:
    """Give the subject of a project: its units with all above them, its people, its visibility and state."""
    return Subject(
        organisation=record.organisation,
        units=unit_lines(record.organisation, (spell.unit for spell in record.units)),
        responsible=frozenset(one.person for one in record.people),
        named=frozenset(record.viewers),
        visibility=Visibility(record.visibility),
        state=ProjectState(record.state),
    )


def subject_in_units(organisation: UUID, units: frozenset[UUID]) -> Subject:
    """Give the subject of a project that does not exist yet, in these units."""
    return Subject(organisation=organisation, units=unit_lines(organisation, units))
