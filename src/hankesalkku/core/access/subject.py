"""What an act is done to, as far as rights depend on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Visibility(StrEnum):
    """Who sees a project (practice.md P2): public, staff only, named persons only."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class ProjectState(StrEnum):
    """Where a project's record stands: only a draft may be deleted by hand."""

    DRAFT = "draft"
    REGISTERED = "registered"


@dataclass(frozen=True, slots=True)
class Subject:
    """An organisation's thing; for a project also its units with all units above them, its people and visibility.

    `responsible` are the responsible persons, `named` those who may see a restricted project. `owner` is the user a
    private thing belongs to (a saved view, a draft, a comment).
    """

    organisation: UUID | None
    units: frozenset[UUID] = frozenset()
    responsible: frozenset[UUID] = frozenset()
    named: frozenset[UUID] = frozenset()
    visibility: Visibility = Visibility.INTERNAL
    state: ProjectState = ProjectState.REGISTERED
    owner: UUID | None = None
