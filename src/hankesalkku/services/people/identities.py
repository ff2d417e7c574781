"""Identities at providers (*tunnukset*): who signs in by single sign-on, bound by issuer and subject (P3, O1, O2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from hankesalkku.core.access.actor import Actor, ActorKind, Role
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.audit.act import Act, LogClass, acting, recorded
from hankesalkku.services.errors import NotFound, Refused
from hankesalkku.services.moment import new_key, now
from hankesalkku.services.people.group_roles import groups_give, take_group_roles
from hankesalkku.services.people.providers import ProviderSeen
from hankesalkku.services.people.sign_in_log import actor_for, log_sign_in
from hankesalkku.services.people.users import organisations_of
from hankesalkku.store.models import Identity, Membership, User


@dataclass(frozen=True, slots=True)
class Claims:
    """What a provider told, verified. `groups` is None where it could not be known (more than the token holds)."""

    issuer: str
    subject: str
    name: str = ""
    email: str = ""
    groups: tuple[str, ...] | None = ()
    amr: tuple[str, ...] = ()
    acr: str = ""


@dataclass(frozen=True, slots=True)
class IdentitySeen:
    """An identity as its owner sees it."""

    id: UUID
    provider: str
    label: str
    bound_at: datetime
    used_at: datetime | None


class NobodyKnown(Refused):
    """The provider vouches for the person, but nobody gave them a role: `administrators` may, by name."""

    def __init__(self, administrators: tuple[str, ...]) -> None:
        super().__init__("no role")
        self.administrators = administrators


class Taken(Refused):
    """The identity belongs to another user, or the address does: nothing is bound by an equal address."""


def identity_sign_in(provider: ProviderSeen, claims: Claims, *, day: date) -> UUID:
    """Give the user of an identity and bring their roles up to the groups they are in.

    Somebody new whose groups give a role becomes a user.

    Raises:
        NobodyKnown: no user, or one who is inactive, or nobody gave them a role.
        Taken: somebody new has the address of a user there is.
    """
    identity = (
        Identity.objects.filter(issuer=claims.issuer, subject=claims.subject).select_related("user").first()
    )
    with transaction.atomic():
        user = identity.user if identity else _made_by_groups(provider, claims)
        if user is not None and user.is_active:
            take_group_roles(provider, user, claims.groups)
            Identity.objects.filter(issuer=claims.issuer, subject=claims.subject).update(used_at=now())
    if user is None or not user.is_active or not organisations_of(user.id, day):
        log_sign_in(
            "sign_in.failed",
            user,
            result="refused",
            organisations=(provider.organisation,),
            why="no role",
            provider=provider.key,
        )
        raise NobodyKnown(administrators_of(provider.organisation))
    return user.id


def identity_bind(user: UUID, provider: ProviderSeen, claims: Claims) -> None:
    """Bind a further identity to a user, who asked for it when signed in, or by an invitation.

    Raises:
        Taken: it belongs to another user.
    """
    row = User.objects.get(id=user)
    actor = actor_for(row, provider.organisation)
    with recorded(actor, "identity.bind", provider.organisation, LogClass.SECURITY) as act:
        bind(act, row, provider, claims)


def bind(act: Act, user: User, provider: ProviderSeen, claims: Claims) -> None:
    """Bind an identity within an act; binding it twice changes nothing.

    Raises:
        Taken: it belongs to another user.
    """
    known = Identity.objects.filter(issuer=claims.issuer, subject=claims.subject).first()
    if known is not None and known.user_id != user.id:
        raise Taken("identity")
    if known is not None:
        return
    row = Identity(
        id=new_key(),
        user=user,
        provider_id=provider.id,
        issuer=claims.issuer,
        subject=claims.subject,
        label=(claims.email or claims.name)[:254],
        bound_at=act.at,
    )
    Identity.objects.bulk_create([row])
    act.changed("identity", row.id, None, {"user": str(user.id), "provider": provider.key})


def identity_remove(user: UUID, identity: UUID) -> None:
    """Let a user give up an identity of theirs, as long as another way to sign in stays.

    Raises:
        NotFound: it is not theirs.
        Taken: it is their last way to sign in.
    """
    row = Identity.objects.filter(id=identity, user=user).select_related("user", "provider").first()
    if row is None:
        raise NotFound("identity")
    others = Identity.objects.filter(user=user).exclude(id=identity)
    if not others.exists() and not row.user.has_usable_password():
        raise Taken("last way to sign in")
    organisation = row.provider.organisation_id
    with recorded(actor_for(row.user), "identity.remove", organisation, LogClass.SECURITY) as act:
        row.delete()
        act.changed("identity", identity, {"user": str(user), "provider": row.provider.key}, None)


def identity_release(actor: Actor, *, organisation: UUID, identity: UUID) -> None:
    """Let the administrator part an identity of the organisation's provider from its user.

    Raises:
        NotFound: the organisation's providers have none such.
    """
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        row = Identity.objects.filter(id=identity, provider__organisation=organisation).first()
        if row is None:
            raise NotFound("identity")
        row.delete()
        act.changed("identity", identity, {"user": str(row.user_id)}, None)


def identities_of(user: UUID) -> tuple[IdentitySeen, ...]:
    """List a user's identities, the oldest first."""
    rows = Identity.objects.filter(user=user).select_related("provider").order_by("bound_at")
    return tuple(
        IdentitySeen(row.id, row.provider.name, row.label, row.bound_at, row.used_at) for row in rows
    )


def administrators_of(organisation: UUID | None = None) -> tuple[str, ...]:
    """Name those who may give a role, in one organisation or in any."""
    held = Membership.objects.filter(role=Role.ADMINISTRATOR.value, user__is_active=True)
    if organisation is not None:
        held = held.filter(organisation=organisation)
    return tuple(sorted(set(held.values_list("user__name", flat=True))))


def _made_by_groups(provider: ProviderSeen, claims: Claims) -> User | None:
    if not groups_give(provider, claims.groups or ()) or not claims.email:
        return None
    if User.objects.filter(email__iexact=claims.email).exists():
        raise Taken("address")
    user = User(
        id=new_key(), email=claims.email.lower(), name=claims.name[:200] or claims.email, created_at=now()
    )
    user.set_unusable_password()
    provided = Actor(ActorKind.SYSTEM, provider.name, organisation=provider.organisation)
    with recorded(provided, "user.edit", provider.organisation, LogClass.SECURITY) as act:
        User.objects.bulk_create([user])
        act.changed("user", user.id, None, {"name": user.name, "email": user.email})
        bind(act, user, provider, claims)
    return user
