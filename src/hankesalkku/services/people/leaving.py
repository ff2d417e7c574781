"""Rights that end (*käyttöoikeuden päättyminen*) and the yearly review of those that last (A5, A6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hankesalkku.core.access.actor import Actor, Role
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.audit.act import Act, LogClass, acting, demand
from hankesalkku.services.errors import Fault, Invalid, NotFound
from hankesalkku.services.people.sessions import sessions_end
from hankesalkku.store.models import Identity, Invitation, Membership, User


@dataclass(frozen=True, slots=True)
class RightSeen:
    """A role that a user holds, for the yearly review; `by_group` tells that a provider's group gives it."""

    membership: UUID
    user: UUID
    name: str
    email: str
    role: Role
    unit: UUID | None
    unit_name: str
    since: datetime
    by_group: bool
    last_sign_in: datetime | None
    is_active: bool


def rights_of_all(actor: Actor, *, organisation: UUID) -> tuple[RightSeen, ...]:
    """List every right in an organisation, by name and role."""
    demand(actor, Action.USER_VIEW, Subject(organisation))
    rows = Membership.objects.filter(organisation=organisation).select_related("user", "unit")
    return tuple(
        RightSeen(
            row.id,
            row.user_id,
            row.user.name,
            row.user.email,
            Role(row.role),
            row.unit_id,
            row.unit.name if row.unit else "",
            row.created_at,
            row.provider_id is not None,
            row.user.last_login,
            row.user.is_active,
        )
        for row in rows.order_by("user__name", "user__id", "role", "id")
    )


def role_take(actor: Actor, *, organisation: UUID, membership: UUID) -> None:
    """Take a role from a user; who holds none any more is signed out.

    Raises:
        NotFound: the organisation has no such right.
        Invalid: it is the last administrator's.
    """
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        row = Membership.objects.filter(organisation=organisation, id=membership).first()
        if row is None:
            raise NotFound("membership")
        _take(act, [row])


def user_leave(actor: Actor, *, organisation: UUID, user: UUID) -> None:
    """End all that a leaver may do in an organisation, at once: roles, open invitations, sessions.

    A user who has no role anywhere then cannot sign in until somebody gives one: the account becomes inactive.

    Raises:
        NotFound: the user holds no role in the organisation.
        Invalid: it is the last administrator.
    """
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        held = list(Membership.objects.filter(organisation=organisation, user=user))
        if not held:
            raise NotFound("user")
        _take(act, held)
        Invitation.objects.filter(organisation=organisation, person__user=user, used_at=None).delete()
        sessions_end(user)
        if not Membership.objects.filter(user=user).exists():
            User.objects.filter(id=user).update(is_active=False)
            act.changed("user", user, {"is_active": True}, {"is_active": False})


def user_return(actor: Actor, *, organisation: UUID, user: UUID) -> None:
    """Let a user back in whom the organisation's own provider knows, or who has no role anywhere else.

    Raises:
        NotFound: the user is another organisation's.
    """
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        is_own = Identity.objects.filter(user=user, provider__organisation=organisation).exists()
        is_elsewhere = Membership.objects.filter(user=user).exclude(organisation=organisation).exists()
        changed = 0
        if is_own or not is_elsewhere:
            changed = User.objects.filter(id=user, is_active=False).update(is_active=True)
        if not changed:
            raise NotFound("user")
        act.changed("user", user, {"is_active": False}, {"is_active": True})


def _take(act: Act, rows: list[Membership]) -> None:
    organisation, users = rows[0].organisation_id, {row.user_id for row in rows}
    others = Membership.objects.filter(
        organisation=organisation, role=Role.ADMINISTRATOR.value, user__is_active=True
    ).exclude(id__in=[row.id for row in rows])
    if any(row.role == Role.ADMINISTRATOR.value for row in rows) and not others.exists():
        raise Invalid(Fault("role", "people.fault.last_administrator"))
    for row in rows:
        old = {"user": str(row.user_id), "role": row.role, "unit": str(row.unit_id) if row.unit_id else None}
        act.changed("membership", row.id, old, None)
        row.delete()
    for user in users:
        if not Membership.objects.filter(user=user).exists():
            sessions_end(user)
