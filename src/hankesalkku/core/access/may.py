"""Asks the table: may this actor do this to that, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from hankesalkku.core.access.actor import Actor, ActorKind, Grip, Role
from hankesalkku.core.access.rights import OWNERS_RIGHTS, PROGRAM_RIGHTS, RIGHTS, Action, Reach
from hankesalkku.core.access.subject import ProjectState, Subject, Visibility


class Why(StrEnum):
    """Why not. `OTHER_ORGANISATION` and `HIDDEN` are answered as if the thing did not exist."""

    GRANTED = "granted"
    SIGNED_OUT = "signed_out"
    OTHER_ORGANISATION = "other_organisation"
    HIDDEN = "hidden"
    ROLE = "role"
    REACH = "reach"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an act is allowed, why not, and which roles may."""

    is_granted: bool
    why: Why
    roles: tuple[Role, ...] = ()

    @property
    def hides(self) -> bool:
        """Tell whether the answer must be that there is no such thing."""
        return self.why in (Why.OTHER_ORGANISATION, Why.HIDDEN)


@dataclass(frozen=True, slots=True)
class Sight:
    """Which projects an actor sees, for queries: the same rule as `may` with PROJECT_VIEW, told once for all rows.

    A project is seen if it is in `organisation` and (unless all_units) in one of `units` or below, or one of `persons`
    is responsible for it; a restricted one only if one of `persons` is named or responsible, or `sees_restricted`.
    """

    organisation: UUID | None
    all_units: bool = False
    units: frozenset[UUID] = frozenset()
    persons: frozenset[UUID] = frozenset()
    sees_restricted: bool = False


def may(actor: Actor, action: Action, subject: Subject) -> Verdict:
    """Judge an act. The order of refusals: signed out, other organisation, hidden, role, reach, state."""
    if actor.kind is not ActorKind.USER:
        return _of_program(actor, action, subject)
    if subject.organisation != actor.organisation or actor.organisation is None:
        return Verdict(False, Why.OTHER_ORGANISATION)
    if not sees(sight(actor), subject):
        return Verdict(False, Why.HIDDEN)
    return _of_roles(actor, action, subject)


def sight(actor: Actor) -> Sight:
    """Tell which projects an actor sees."""
    if actor.kind in (ActorKind.OPERATOR, ActorKind.SYSTEM):
        return Sight(actor.organisation, all_units=True, sees_restricted=True)
    if actor.kind is ActorKind.ANONYMOUS or not actor.grips:
        return Sight(None)
    viewing = [grip for grip in actor.grips if grip.role in RIGHTS[Action.PROJECT_VIEW]]
    return Sight(
        actor.organisation,
        all_units=any(grip.unit is None for grip in viewing),
        units=frozenset(grip.unit for grip in viewing if grip.unit is not None),
        persons=actor.persons,
        sees_restricted=Grip(Role.AUDITOR) in actor.grips,
    )


def sees(sight: Sight, subject: Subject) -> bool:
    """Tell whether a project (or another thing of the organisation) is within sight."""
    if sight.organisation is None or subject.organisation != sight.organisation:
        return False
    if sight.persons & (subject.responsible | subject.named):
        return True
    if subject.visibility is Visibility.RESTRICTED:
        return sight.sees_restricted
    return sight.all_units or not subject.units or bool(sight.units & subject.units)


def _of_program(actor: Actor, action: Action, subject: Subject) -> Verdict:
    if actor.kind is ActorKind.ANONYMOUS:
        return Verdict(False, Why.SIGNED_OUT, _roles_of(action))
    if actor.organisation is not None and subject.organisation not in (None, actor.organisation):
        return Verdict(False, Why.OTHER_ORGANISATION)
    if action not in PROGRAM_RIGHTS[actor.kind]:
        return Verdict(False, Why.ROLE, _roles_of(action))
    return _by_state(action, subject)


def _of_roles(actor: Actor, action: Action, subject: Subject) -> Verdict:
    rights = RIGHTS[action]
    held = [grip for grip in actor.grips if grip.role in rights]
    if action in OWNERS_RIGHTS and subject.owner is not None and subject.owner == actor.user:
        return _by_state(action, subject)
    if not held:
        return Verdict(False, Why.ROLE, _roles_of(action))
    if not any(_reaches(actor, grip, rights[grip.role], subject) for grip in held):
        return Verdict(False, Why.REACH, _roles_of(action))
    return _by_state(action, subject)


def _reaches(actor: Actor, grip: Grip, reach: Reach, subject: Subject) -> bool:
    if grip.unit is not None and subject.units and grip.unit not in subject.units:
        return bool(reach is Reach.OWN and actor.persons & subject.responsible)
    if reach is Reach.OWN:
        return bool(actor.persons & subject.responsible)
    if reach is Reach.UNIT:
        return grip.unit is None or grip.unit in subject.units
    return True


def _by_state(action: Action, subject: Subject) -> Verdict:
    if action is Action.PROJECT_DELETE_DRAFT and subject.state is not ProjectState.DRAFT:
        return Verdict(False, Why.STATE, _roles_of(action))
    return Verdict(True, Why.GRANTED)


def _roles_of(action: Action) -> tuple[Role, ...]:
    return tuple(RIGHTS[action])
