"""Identity providers (*tunnistuspalvelut*) of an organisation: staff tenant, school tenant; roles from groups (O2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from hankesalkku.core.access.actor import Actor, Role
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.audit.act import LogClass, acting, demand
from hankesalkku.services.errors import Fault, Invalid, NotFound
from hankesalkku.services.moment import new_key
from hankesalkku.store.models import GroupRole, IdentityProvider, Unit

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_SECRET_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ISSUER = re.compile(r"https://[^\s?#@]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/[^\s?#@]*)?")


@dataclass(frozen=True, slots=True)
class ProviderSeen:
    """A provider as the sign-in needs it; `secret` is empty for a public client."""

    id: UUID
    organisation: UUID
    key: str
    name: str
    issuer: str
    client_id: str
    secret: str
    groups_claim: str


@dataclass(frozen=True, slots=True)
class GroupGrant:
    """Members of `group` hold `role`, in `unit` and below it or everywhere."""

    group: str
    role: Role
    unit: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderGiven:
    """What an administrator says about a provider; `secret_name` is a file's name in SECRETS_DIR."""

    key: str
    name: str
    issuer: str
    client_id: str
    secret_name: str = ""
    groups_claim: str = "groups"
    is_enabled: bool = True


def providers() -> tuple[ProviderSeen, ...]:
    """List the providers by which anybody may sign in, by name."""
    return tuple(
        _seen(row) for row in IdentityProvider.objects.filter(is_enabled=True).order_by("name", "key")
    )


def provider_of(key: str) -> ProviderSeen | None:
    """Give the provider of a key, None where there is none or it is switched off."""
    row = IdentityProvider.objects.filter(key=key, is_enabled=True).first()
    return _seen(row) if row else None


def provider_save(actor: Actor, *, organisation: UUID, given: ProviderGiven) -> UUID:
    """Add a provider or change the organisation's one of that key.

    Raises:
        Invalid: a value cannot be used, the key is another organisation's, or the issuer of a used one would change.
    """
    with acting(actor, Action.ORGANISATION_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        row = IdentityProvider.objects.filter(key=given.key).first()
        _check(given, row, organisation)
        new = {name: getattr(given, name) for name in given.__slots__}
        old = {name: getattr(row, name) for name in new} if row else None
        if row is None:
            row = IdentityProvider(id=new_key(), organisation_id=organisation, created_at=act.at)
        for name, value in new.items():
            setattr(row, name, value)
        row.changed_at = act.at
        row.save()
        act.changed("identity_provider", row.id, old, new)
        return row.id


def group_roles_set(
    actor: Actor, *, organisation: UUID, provider: UUID, grants: tuple[GroupGrant, ...]
) -> None:
    """Say which roles the provider's groups give; whoever signs in next has what their groups say then.

    Raises:
        NotFound: the organisation has no such provider, or a unit is not its own.
    """
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        row = IdentityProvider.objects.filter(organisation=organisation, id=provider).first()
        units = {grant.unit for grant in grants if grant.unit}
        if row is None or Unit.objects.filter(organisation=organisation, id__in=units).count() != len(units):
            raise NotFound("identity provider")
        old = [_written(grant) for grant in group_roles(organisation, provider)]
        row.group_roles.all().delete()
        GroupRole.objects.bulk_create(
            GroupRole(
                id=new_key(),
                organisation_id=organisation,
                provider=row,
                group=grant.group,
                role=grant.role.value,
                unit_id=grant.unit,
            )
            for grant in grants
        )
        act.changed(
            "identity_provider", provider, {"groups": old}, {"groups": [_written(one) for one in grants]}
        )


def group_roles(organisation: UUID, provider: UUID) -> tuple[GroupGrant, ...]:
    """List what a provider's groups give."""
    rows = GroupRole.objects.filter(organisation=organisation, provider=provider).order_by("group", "role")
    return tuple(GroupGrant(row.group, Role(row.role), row.unit_id) for row in rows)


def providers_listed(actor: Actor, *, organisation: UUID) -> tuple[ProviderGiven, ...]:
    """List an organisation's providers for its administrator, those switched off too."""
    demand(actor, Action.ORGANISATION_VIEW, Subject(organisation))
    rows = IdentityProvider.objects.filter(organisation=organisation).order_by("name", "key")
    names = ProviderGiven.__slots__
    return tuple(ProviderGiven(**{name: getattr(row, name) for name in names}) for row in rows)


def _check(given: ProviderGiven, row: IdentityProvider | None, organisation: UUID) -> None:
    faults = []
    if not _KEY.fullmatch(given.key) or (row is not None and row.organisation_id != organisation):
        faults.append(Fault("key", "people.fault.provider_key"))
    if not _ISSUER.fullmatch(given.issuer):
        faults.append(Fault("issuer", "people.fault.provider_issuer"))
    if given.secret_name and not _SECRET_NAME.fullmatch(given.secret_name):
        faults.append(Fault("secret_name", "people.fault.provider_secret_name"))
    faults += [
        Fault(name, "people.fault.required")
        for name in ("name", "client_id")
        if not getattr(given, name).strip()
    ]
    if faults:
        raise Invalid(*faults)


def _seen(row: IdentityProvider) -> ProviderSeen:
    return ProviderSeen(
        row.id,
        row.organisation_id,
        row.key,
        row.name,
        row.issuer,
        row.client_id,
        _secret(row.secret_name),
        row.groups_claim,
    )


def _secret(name: str) -> str:
    """Read a secret; a missing file makes the provider refuse, which its page tells."""
    if not _SECRET_NAME.fullmatch(name):
        return ""
    path = Path(settings.SECRETS_DIR) / name
    return path.read_text(encoding="utf-8").strip() if path.is_file() else ""


def _written(grant: GroupGrant) -> dict[str, str | None]:
    return {"group": grant.group, "role": grant.role.value, "unit": str(grant.unit) if grant.unit else None}
