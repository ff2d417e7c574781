"""Passwords of local accounts (*salasana*): 15 characters or more, no common one, no rule of composition.

Source: ASVS 6.2.
"""

from __future__ import annotations

import base64
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError

from hankesalkku.core.language.wording import Wording
from hankesalkku.services.audit.act import LogClass, recorded
from hankesalkku.services.errors import Fault, Invalid, NotFound
from hankesalkku.services.mail.outbox import mail_send
from hankesalkku.services.people.sessions import sessions_end
from hankesalkku.services.people.sign_in_log import actor_for, log_sign_in
from hankesalkku.services.people.tries import RESET, take_try
from hankesalkku.store.models import User

LONGEST = 200
REASONS = {
    "password_too_short": "people.fault.password_too_short",
    "password_too_common": "people.fault.password_too_common",
    "password_too_similar": "people.fault.password_too_similar",
}
"""What the framework's validators find, by their code, in our words."""
_TOKENS = PasswordResetTokenGenerator()


def check_password(password: str, user: User, field: str = "password") -> None:
    """Refuse a password that is too short, too long, too common or made of the user's own name or address.

    Raises:
        Invalid: with a fault of `field` for each reason.
    """
    faults = [Fault(field, "people.fault.password_too_long")] if len(password) > LONGEST else []
    try:
        validate_password(password, user)
    except ValidationError as error:
        faults += [Fault(field, REASONS[one.code or ""]) for one in error.error_list]
    if faults:
        raise Invalid(*faults)


def password_change(user: UUID, *, password: str, keep_session: str = "") -> None:
    """Give a user a new password and end their other sessions.

    Raises:
        Invalid: the password cannot be taken.
    """
    row = User.objects.get(id=user)
    check_password(password, row)
    with recorded(actor_for(row), "password.change", None, LogClass.SECURITY) as act:
        row.set_password(password)
        row.save(update_fields=["password"])
        sessions_end(user, but=keep_session)
        act.noted("user", user)
    log_sign_in("password.change", row)


def password_reset_ask(*, email: str, address: str) -> None:
    """Mail a link to choose a new password, if there is a local account; the answer is the same if there is none.

    Args:
        email: the account.
        address: where the page is; user and token are put behind it.

    Raises:
        TooManyTries: the account was asked for three times in a quarter of an hour.
    """
    take_try(RESET, email)
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if user is None or not user.has_usable_password():
        return
    link = f"{address}{_short(user.id)}/{_TOKENS.make_token(user)}/"
    wording = Wording(user.language)
    mail_send(
        to=user.email,
        subject=wording.say("mail.reset.subject"),
        body=wording.say("mail.reset.body", name=user.name, link=link),
    )
    log_sign_in("password.reset_ask", user)


def password_reset(*, user: str, token: str, password: str) -> None:
    """Choose a new password by a link of `password_reset_ask`; all sessions end.

    Raises:
        NotFound: the link is not valid, was used or is older than an hour.
        Invalid: the password cannot be taken.
    """
    row = reset_user(user, token)
    password_change(row.id, password=password)


def reset_user(user: str, token: str) -> User:
    """Give the user of a link.

    Raises:
        NotFound: as `password_reset`.
    """
    row = User.objects.filter(id=_long(user), is_active=True).first()
    if row is None or not row.has_usable_password() or not _TOKENS.check_token(row, token):
        raise NotFound("reset link")
    return row


def _short(key: UUID) -> str:
    return base64.urlsafe_b64encode(key.bytes).rstrip(b"=").decode()


def _long(text: str) -> UUID:
    try:
        return UUID(bytes=base64.urlsafe_b64decode(text + "=="))
    except ValueError as error:
        raise NotFound("reset link") from error
