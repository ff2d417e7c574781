"""Invitations (*kutsut*): a one-time link, 14 days, that binds the first sign-in through it to a person (P3)."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from hankesalkku.core.access.actor import Actor, Grip, Role
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.core.language.formats import format_date
from hankesalkku.core.language.wording import Wording
from hankesalkku.services.audit.act import LogClass, acting, demand
from hankesalkku.services.errors import Fault, Invalid, NotFound
from hankesalkku.services.mail.outbox import has_mail, mail_send
from hankesalkku.services.moment import new_key, now
from hankesalkku.store.models import Invitation, Organisation, Person, Unit

LASTING = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class InvitationMade:
    """An invitation just made. The link is known only now; the register keeps its digest."""

    id: UUID
    link: str
    email: str
    expires_at: datetime
    is_mailed: bool


@dataclass(frozen=True, slots=True)
class InvitationSeen:
    """An invitation as the invited person or the administrator sees it."""

    id: UUID
    organisation: UUID
    organisation_name: str
    person: UUID
    person_name: str
    email: str
    roles: tuple[Grip, ...]
    created_at: datetime
    expires_at: datetime


def invite(
    actor: Actor, *, organisation: UUID, person: UUID, email: str, roles: tuple[Grip, ...], address: str
) -> InvitationMade:
    """Invite a person of the organisation's list; an earlier open invitation of theirs ends.

    Args:
        actor: the administrator.
        organisation: whose list.
        person: who is invited.
        email: where the link goes.
        roles: what they will hold.
        address: where the page of the link is; the token is put behind it.

    Raises:
        NotFound: no such person or unit in the organisation.
        Invalid: no address, or no role.
    """
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        row = Person.objects.filter(organisation=organisation, id=person).first()
        units = {grip.unit for grip in roles if grip.unit}
        if row is None or Unit.objects.filter(organisation=organisation, id__in=units).count() != len(units):
            raise NotFound("person")
        _check(email, roles)
        token = secrets.token_urlsafe(32)
        Invitation.objects.filter(person=row, used_at=None).delete()
        made = Invitation(
            id=new_key(),
            organisation_id=organisation,
            person=row,
            email=email.strip(),
            token_digest=_digest(token),
            roles=[
                {"role": grip.role.value, "unit": str(grip.unit) if grip.unit else None} for grip in roles
            ],
            created_at=act.at,
            expires_at=act.at + LASTING,
            invited_by_id=actor.user,
        )
        Invitation.objects.bulk_create([made])
        act.changed("invitation", made.id, None, {"person": row.name, "roles": made.roles})
        link = f"{address}{token}/"
        _mail(made, link, actor)
        return InvitationMade(made.id, link, made.email, made.expires_at, has_mail())


def invitation_of(token: str) -> InvitationSeen:
    """Give the invitation of a link.

    Raises:
        NotFound: there is none, it was used, or it is older than 14 days.
    """
    return _seen(open_invitation(token))


def open_invitation(token: str) -> Invitation:
    """Give the row of a link, locked until the transaction ends.

    Raises:
        NotFound: as `invitation_of`.
    """
    rows = Invitation.objects.select_related("person", "organisation")
    row = rows.filter(token_digest=_digest(token), used_at=None, expires_at__gt=now()).first()
    if row is None:
        raise NotFound("invitation")
    return row


def invitations_open(actor: Actor, *, organisation: UUID) -> tuple[InvitationSeen, ...]:
    """List the invitations that wait for their person, the latest first."""
    demand(actor, Action.USER_VIEW, Subject(organisation))
    rows = Invitation.objects.filter(organisation=organisation, used_at=None, expires_at__gt=now())
    return tuple(_seen(row) for row in rows.select_related("person", "organisation").order_by("-created_at"))


def invitation_withdraw(actor: Actor, *, organisation: UUID, invitation: UUID) -> None:
    """Take an open invitation back.

    Raises:
        NotFound: the organisation has none such, or it was used.
    """
    with acting(actor, Action.USER_EDIT, Subject(organisation), log_class=LogClass.SECURITY) as act:
        removed, _ = Invitation.objects.filter(
            organisation=organisation, id=invitation, used_at=None
        ).delete()
        if not removed:
            raise NotFound("invitation")
        act.noted("invitation", invitation, result="withdrawn")


def grips_of(row: Invitation) -> tuple[Grip, ...]:
    """Read the roles of an invitation."""
    return tuple(Grip(Role(one["role"]), UUID(one["unit"]) if one["unit"] else None) for one in row.roles)


def _check(email: str, roles: tuple[Grip, ...]) -> None:
    faults = []
    if "@" not in email or any(mark in email for mark in " \r\n,;"):
        faults.append(Fault("email", "people.fault.email"))
    if not roles:
        faults.append(Fault("roles", "people.fault.roles_missing"))
    if faults:
        raise Invalid(*faults)


def _mail(row: Invitation, link: str, actor: Actor) -> None:
    if not has_mail():
        return
    organisation = Organisation.objects.get(id=row.organisation_id)
    wording = Wording(organisation.language)
    name = organisation.name_other.get(organisation.language) or organisation.name
    mail_send(
        to=row.email,
        subject=wording.say("mail.invitation.subject", organisation=name),
        body=wording.say(
            "mail.invitation.body",
            name=row.person.name,
            organisation=name,
            by=actor.name,
            link=link,
            until=format_date(row.expires_at.date()),
        ),
        organisation=row.organisation_id,
    )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _seen(row: Invitation) -> InvitationSeen:
    return InvitationSeen(
        row.id,
        row.organisation_id,
        row.organisation.name,
        row.person_id,
        row.person.name,
        row.email,
        grips_of(row),
        row.created_at,
        row.expires_at,
    )
