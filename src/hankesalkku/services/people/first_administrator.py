"""The first administrator (*ensimmäinen ylläpitäjä*): made once, from this machine, while nobody can sign in."""

from __future__ import annotations

import re
from uuid import UUID

from django.db import transaction

from hankesalkku.core.access.actor import Role, operator
from hankesalkku.core.values.text import fold
from hankesalkku.services.errors import AlreadyDone, Fault, Invalid
from hankesalkku.services.organisation.organisations import organisation_add, organisations
from hankesalkku.services.people.users import role_give, user_add
from hankesalkku.store.models import User

_UNFIT = re.compile(r"[^a-z0-9]+")


def nobody_yet() -> bool:
    """Tell whether there is no user at all."""
    return not User.objects.exists()


def first_administrator_add(*, organisation: str, name: str, email: str, password: str) -> UUID:
    """Make the first user, administrator and coordinator of the organisation, which is added if there is none.

    Raises:
        AlreadyDone: there is a user.
        Invalid: a value is missing, or the password cannot be taken.
    """
    _check(organisation, name, email)
    with transaction.atomic():
        if not nobody_yet():
            raise AlreadyDone
        known = organisations()
        home = (
            known[0] if known else organisation_add(operator(), slug=_slug(organisation), name=organisation)
        )
        actor = operator(home.id)
        user = user_add(operator(), email=email, name=name, password=password)
        for role in (Role.ADMINISTRATOR, Role.COORDINATOR):
            role_give(actor, organisation=home.id, user=user.id, role=role)
        return user.id


def _check(organisation: str, name: str, email: str) -> None:
    faults = [Fault("organisation", "people.fault.required")] if not _slug(organisation) else []
    if not name.strip():
        faults.append(Fault("name", "people.fault.required"))
    if "@" not in email:
        faults.append(Fault("email", "people.fault.email"))
    if faults:
        raise Invalid(*faults)


def _slug(name: str) -> str:
    plain = fold(name).translate(str.maketrans("äöå", "aoa"))
    return _UNFIT.sub("-", plain).strip("-")[:60]
