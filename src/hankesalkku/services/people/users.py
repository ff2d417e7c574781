"""Users and their roles (*käyttäjät ja roolit*); who an actor is in an organisation today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from hankesalkku.core.access.actor import Actor, ActorKind, Grip, Role
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.audit.act import LogClass, acting
from hankesalkku.services.errors import AlreadyDone
from hankesalkku.services.moment import new_key
from hankesalkku.services.people.passwords import check_password
from hankesalkku.store.models import Membership, Organisation, Person, User


@dataclass(frozen=True, slots=True)
class UserSeen:
    """A user as the shells need it."""

    id: UUID
    email: str
    name: str
    language: str
    is_active: bool


def user_add(
    actor: Actor,
    *,
    email: str,
    name: str,
    password: str | None = None,
    language: str = "fi",
    is_demo: bool = False,
) -> UserSeen:
    """Add a user; without a password only an identity provider lets them in.

    Raises:
        AlreadyDone: there is one of that address.
        Invalid: the password is too short or too common.
    """
    with acting(actor, Action.USER_EDIT, Subject(actor.organisation), log_class=LogClass.SECURITY) as act:
        if User.objects.filter(email__iexact=email).exists():
            raise AlreadyDone
        user = User(
            id=new_key(),
            email=email.lower(),
            name=name,
            language=language,
            is_demo=is_demo,
            created_at=act.at,
        )
        if password is None:
            user.set_unusable_password()
        else:
            check_password(password, user)
            user.set_password(password)
        User.objects.bulk_create([user])
        act.changed("user", user.id, None, {"name": name, "email": user.email})
        return UserSeen(user.id, user.email, user.name, user.language, user.is_active)


def role_give(actor: Actor, *, organisation: UUID, user: UUID, role: Role, unit: UUID | None = None) -> None:
    """Give a user a role in an organisation, in a unit and below it or everywhere. Giving it twice changes nothing."""
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        held = Membership.objects.filter(
            organisation=organisation, user=user, role=role, unit=unit, provider=None, valid_to=None
        )
        if held.exists():
            return
        row = Membership(
            id=new_key(),
            organisation_id=organisation,
            user_id=user,
            role=role.value,
            unit_id=unit,
            created_at=act.at,
            changed_at=act.at,
        )
        Membership.objects.bulk_create([row])
        act.changed(
            "membership", row.id, None, {"user": str(user), "role": role.value, "unit": unit and str(unit)}
        )


def person_bind(actor: Actor, *, organisation: UUID, person: UUID, user: UUID) -> None:
    """Say that a user is this person of the organisation: their own projects follow from it."""
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        Person.objects.filter(organisation=organisation, id=person).update(user_id=user, changed_at=act.at)
        act.changed("person", person, None, {"user": str(user)})


def user_with_email(email: str) -> UserSeen | None:
    """Give the user of an address, None where there is none."""
    user = User.objects.filter(email__iexact=email).first()
    return UserSeen(user.id, user.email, user.name, user.language, user.is_active) if user else None


def organisations_of(user: UUID, day: date) -> Sequence[UUID]:
    """Give the organisations in which a user holds a role today, by name."""
    held = _held(user, day).values("organisation")
    return tuple(Organisation.objects.filter(id__in=held).order_by("name").values_list("id", flat=True))


def actor_of(user: UUID, organisation: UUID, day: date) -> Actor | None:
    """Give the actor that a user is in an organisation today; None for an inactive user or one without a role."""
    row = User.objects.filter(id=user, is_active=True).first()
    grips = tuple(
        Grip(Role(role), unit)
        for role, unit in _held(user, day)
        .filter(organisation=organisation)
        .order_by("created_at", "id")
        .values_list("role", "unit")
    )
    if row is None or not grips:
        return None
    person = Person.objects.filter(organisation=organisation, user=user).values_list("id", flat=True).first()
    return Actor(
        ActorKind.USER,
        row.name,
        organisation=organisation,
        user=user,
        person=person,
        grips=grips,
        stands_in_for=_absent(organisation, person, day) if person else frozenset(),
    )


def _held(user: UUID, day: date) -> QuerySet[Membership]:
    started = Q(valid_from=None) | Q(valid_from__lte=day)
    lasting = Q(valid_to=None) | Q(valid_to__gte=day)
    return Membership.objects.filter(started, lasting, user=user)


def _absent(organisation: UUID, person: UUID, day: date) -> frozenset[UUID]:
    away = Person.objects.filter(
        organisation=organisation, deputy=person, deputy_from__lte=day, deputy_to__gte=day
    )
    return frozenset(away.values_list("id", flat=True))
