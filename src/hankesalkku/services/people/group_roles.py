"""Roles that follow from a provider's groups (O2): taken over at each sign-in, apart from those given by hand."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from hankesalkku.core.access.actor import Actor, ActorKind
from hankesalkku.services.audit.act import Act, LogClass, recorded
from hankesalkku.services.moment import new_key
from hankesalkku.services.people.providers import ProviderSeen
from hankesalkku.store.models import GroupRole, Membership, User

RoleInUnit = tuple[str, UUID | None]


def groups_give(provider: ProviderSeen, groups: Iterable[str]) -> frozenset[RoleInUnit]:
    """Give the roles, each with its unit, that groups of a provider bring."""
    rows = GroupRole.objects.filter(provider=provider.id).values_list("group", "role", "unit")
    held = frozenset(groups)
    return frozenset((role, unit) for group, role, unit in rows if group in held)


def take_group_roles(provider: ProviderSeen, user: User, groups: tuple[str, ...] | None) -> None:
    """Make a user's roles by this provider what their groups say; unknown groups (None) change nothing."""
    if groups is None:
        return
    due = groups_give(provider, groups)
    held = {
        (row.role, row.unit_id): row for row in Membership.objects.filter(provider=provider.id, user=user)
    }
    if due == held.keys():
        return
    provided = Actor(ActorKind.SYSTEM, provider.name, organisation=provider.organisation)
    with recorded(provided, "user.edit", provider.organisation, LogClass.SECURITY) as act:
        for row in [row for key, row in held.items() if key not in due]:
            act.changed("membership", row.id, _written(user, (row.role, row.unit_id)), None)
            row.delete()
        for key in sorted(due - held.keys(), key=str):
            _give(act, provider, user, key)


def _give(act: Act, provider: ProviderSeen, user: User, key: RoleInUnit) -> None:
    role, unit = key
    row = Membership(
        id=new_key(),
        organisation_id=provider.organisation,
        user=user,
        role=role,
        unit_id=unit,
        provider_id=provider.id,
        created_at=act.at,
        changed_at=act.at,
    )
    Membership.objects.bulk_create([row])
    act.changed("membership", row.id, None, _written(user, key))


def _written(user: User, key: RoleInUnit) -> dict[str, str | None]:
    return {"user": str(user.id), "role": key[0], "unit": str(key[1]) if key[1] else None, "by": "group"}
