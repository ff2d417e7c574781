"""Who acts: a person with roles, the command line's operator, a scheduled act of the system, or nobody known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """The eight roles of DESIGN.md 8, weakest first."""

    READER = "reader"
    RESPONSIBLE = "responsible"
    UNIT_EDITOR = "unit_editor"
    COORDINATOR = "coordinator"
    CONTROLLER = "controller"
    PUBLISHER = "publisher"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class ActorKind(StrEnum):
    """What kind of actor it is."""

    USER = "user"
    OPERATOR = "operator"
    SYSTEM = "system"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Grip:
    """A role held, in one unit and all below it; `unit` is None where it holds in the whole organisation."""

    role: Role
    unit: UUID | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks. `organisation` is the one the act takes place in; the roles are those held there.

    `person` is the actor's own entry among the organisation's people, `stands_in_for` the people whose deputy the
    actor is today. `name` is what the log shows.
    """

    kind: ActorKind
    name: str
    organisation: UUID | None = None
    user: UUID | None = None
    person: UUID | None = None
    grips: tuple[Grip, ...] = ()
    stands_in_for: frozenset[UUID] = frozenset()

    @property
    def roles(self) -> frozenset[Role]:
        """Give the roles held anywhere in the organisation."""
        return frozenset(grip.role for grip in self.grips)

    @property
    def persons(self) -> frozenset[UUID]:
        """Give the people the actor may act for: itself and those whose deputy it is."""
        return self.stands_in_for | ({self.person} if self.person else frozenset())


ANONYMOUS = Actor(ActorKind.ANONYMOUS, "")


def operator(organisation: UUID | None = None) -> Actor:
    """Give the command line's actor (DESIGN.md 8): sets up, imports, exports, backs up; never signs or waives."""
    return Actor(ActorKind.OPERATOR, "operator", organisation)


def system(organisation: UUID | None = None) -> Actor:
    """Give the actor of scheduled acts."""
    return Actor(ActorKind.SYSTEM, "system", organisation)
