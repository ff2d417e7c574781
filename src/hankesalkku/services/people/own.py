"""One's own account (*omat tiedot*): name, language, shortcuts; whoever is signed in changes their own only."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from hankesalkku.core.language.wording import LANGUAGES
from hankesalkku.services.audit.act import LogClass, recorded
from hankesalkku.services.errors import Fault, Invalid
from hankesalkku.services.people.sign_in_log import actor_for, log_sign_in
from hankesalkku.store.models import User


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """A user's own account."""

    id: UUID
    email: str
    name: str
    language: str
    has_shortcuts: bool
    has_password: bool


def own_account(user: UUID) -> OwnAccount:
    """Give a user's own account."""
    row = User.objects.get(id=user)
    return OwnAccount(row.id, row.email, row.name, row.language, row.has_shortcuts, row.has_usable_password())


def own_edit(user: UUID, *, name: str, language: str, has_shortcuts: bool) -> None:
    """Change a user's own name, language and shortcuts; saving what is there changes nothing.

    Raises:
        Invalid: no name, or a language the pages do not speak.
    """
    _check(name, language)
    row = User.objects.get(id=user)
    new = {"name": " ".join(name.split()), "language": language, "has_shortcuts": has_shortcuts}
    old = {key: getattr(row, key) for key in new}
    changed = [key for key in new if new[key] != old[key]]
    if not changed:
        return
    with recorded(actor_for(row), "own.edit", None, LogClass.SECURITY) as act:
        for key in changed:
            setattr(row, key, new[key])
        row.save(update_fields=changed)
        act.changed("user", user, {key: old[key] for key in changed}, {key: new[key] for key in changed})


def second_factor_changed(user: UUID, *, change: str) -> None:
    """Log that a second factor was added or removed: `totp.add`, `key.remove`, `codes.make` and their like."""
    log_sign_in("second_factor.change", User.objects.get(id=user), change=change)


def _check(name: str, language: str) -> None:
    faults = []
    if not name.strip() or len(name) > 200:
        faults.append(Fault("name", "people.fault.name"))
    if language not in LANGUAGES:
        faults.append(Fault("language", "people.fault.language"))
    if faults:
        raise Invalid(*faults)
