"""What the security log tells of signing in (S4): in the chain of each organisation where the user has a role."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from hankesalkku.core.access.actor import ANONYMOUS, Actor, ActorKind
from hankesalkku.services.audit.act import LogClass, recorded
from hankesalkku.store.models import Membership, User


def log_sign_in(
    action: str,
    user: User | None,
    *,
    result: str = "done",
    organisations: Sequence[UUID] = (),
    **facts: object,
) -> None:
    """Write one event; of an unknown user into the installation's own chain, without what was typed."""
    for organisation in organisations or _organisations(user) or (None,):
        with recorded(actor_for(user, organisation), action, organisation, LogClass.SECURITY) as act:
            act.noted("user", user.id if user else None, result=result, **facts)


def actor_for(user: User | None, organisation: UUID | None = None) -> Actor:
    """Give a user as the one who acts upon their own account."""
    if user is None:
        return ANONYMOUS
    return Actor(ActorKind.USER, user.name, organisation=organisation, user=user.id)


def _organisations(user: User | None) -> tuple[UUID, ...]:
    if user is None:
        return ()
    held = Membership.objects.filter(user=user).values_list("organisation", flat=True)
    return tuple(sorted(set(held)))
