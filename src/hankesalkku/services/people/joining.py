"""Joining by invitation (*kutsuun vastaaminen*): by single sign-on, by a local password, or as the user one is."""

from __future__ import annotations

from uuid import UUID

from hankesalkku.services.audit.act import Act, LogClass, recorded
from hankesalkku.services.errors import Fault, Invalid
from hankesalkku.services.moment import new_key
from hankesalkku.services.people.identities import Claims, bind
from hankesalkku.services.people.invitations import grips_of, open_invitation
from hankesalkku.services.people.passwords import check_password
from hankesalkku.services.people.providers import ProviderSeen
from hankesalkku.services.people.sign_in_log import actor_for
from hankesalkku.store.models import Identity, Invitation, Membership, Person, User


def join_by_provider(token: str, provider: ProviderSeen, claims: Claims) -> UUID:
    """Bind the identity that signed in through the link to the invited person; give the user.

    Raises:
        NotFound: the link is no longer valid.
        Invalid: the invited address or the person belongs to a user who has to sign in first.
    """
    row = open_invitation(token)
    known = (
        Identity.objects.filter(issuer=claims.issuer, subject=claims.subject).select_related("user").first()
    )
    user = known.user if known else _user_for(row)
    with recorded(
        actor_for(user, row.organisation_id), "invitation.accept", row.organisation_id, LogClass.SECURITY
    ) as act:
        _take(act, row, user)
        bind(act, user, provider, claims)
    return user.id


def join_by_password(token: str, *, password: str) -> UUID:
    """Make a local account for the invited person; give the user.

    Raises:
        NotFound: the link is no longer valid.
        Invalid: the password cannot be taken, or the address or the person belongs to a user who has to sign in first.
    """
    row = open_invitation(token)
    user = _user_for(row)
    if not user._state.adding:
        raise Invalid(Fault("password", "people.fault.invitation_known"))
    check_password(password, user)
    user.set_password(password)
    with recorded(
        actor_for(user, row.organisation_id), "invitation.accept", row.organisation_id, LogClass.SECURITY
    ) as act:
        _take(act, row, user)
    return user.id


def join_as(token: str, user: UUID) -> None:
    """Let a user who is signed in take the invitation as their own.

    Raises:
        NotFound: the link is no longer valid.
        Invalid: the person is another user.
    """
    row = open_invitation(token)
    own = User.objects.get(id=user)
    if row.person.user_id not in (None, user):
        raise Invalid(Fault("person", "people.fault.invitation_other"))
    with recorded(
        actor_for(own, row.organisation_id), "invitation.accept", row.organisation_id, LogClass.SECURITY
    ) as act:
        _take(act, row, own)


def _user_for(row: Invitation) -> User:
    """Give the person's user, or a new one; never one found by address."""
    if row.person.user_id is not None:
        return User.objects.get(id=row.person.user_id)
    if User.objects.filter(email__iexact=row.email).exists():
        raise Invalid(Fault("email", "people.fault.invitation_known"))
    user = User(
        id=new_key(), email=row.email.lower(), name=row.person.name, language=row.organisation.language
    )
    user.set_unusable_password()
    return user


def _take(act: Act, row: Invitation, user: User) -> None:
    """Use the link up; two clicks at once give one user."""
    used = Invitation.objects.filter(id=row.id, used_at=None).update(used_at=act.at)
    if not used:
        raise Invalid(Fault("person", "people.fault.invitation_used"))
    if user._state.adding:
        user.created_at = act.at
        User.objects.bulk_create([user])
        act.changed("user", user.id, None, {"name": user.name, "email": user.email})
    _be_person(act, row, user)
    for grip in grips_of(row):
        given = {"user": user, "role": grip.role.value, "unit_id": grip.unit, "provider": None}
        if Membership.objects.filter(organisation=row.organisation_id, **given).exists():
            continue
        membership = Membership(
            id=new_key(), organisation_id=row.organisation_id, created_at=act.at, changed_at=act.at, **given
        )
        Membership.objects.bulk_create([membership])
        act.changed("membership", membership.id, None, {"user": str(user.id), "role": grip.role.value})


def _be_person(act: Act, row: Invitation, user: User) -> None:
    if Person.objects.filter(organisation=row.organisation_id, user=user).exists():
        return
    Person.objects.filter(id=row.person_id).update(user=user, changed_at=act.at)
    act.changed("person", row.person_id, None, {"user": str(user.id)})
