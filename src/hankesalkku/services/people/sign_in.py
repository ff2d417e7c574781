"""Signing in by local account (*paikallinen tunnus*) and out; what every way of signing in has in common.

Source: requirements O5, ASVS 6.3.1 (tries), 6.3.8 (an unknown account answers as a wrong password does).
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password

from hankesalkku.services.errors import Refused
from hankesalkku.services.people.providers import ProviderSeen
from hankesalkku.services.people.sign_in_log import log_sign_in
from hankesalkku.services.people.tries import ACCOUNT, ADDRESS, TooManyTries, give_back, take_try
from hankesalkku.services.request_facts import request_facts
from hankesalkku.store.models import IdentityProvider, Membership, Organisation, User


class NoMatch(Refused):
    """Account and password do not belong together, or the account may not come in: the shells do not say which."""


def password_sign_in(*, email: str, password: str) -> UUID:
    """Check a local account's password; give the user, who may have a second factor to show yet.

    Raises:
        NoMatch: unknown account, wrong password, inactive user, or no local accounts for this one.
        TooManyTries: ten failures for the account, or a hundred from the address, in the last quarter of an hour.
    """
    origin = request_facts().origin
    user = User.objects.filter(email__iexact=email.strip()).first()
    try:
        take_try(ADDRESS, origin)
        take_try(ACCOUNT, email)
    except TooManyTries:
        log_sign_in("sign_in.failed", user, result="refused", why="tries", method="password")
        raise
    if not _is_right(user, password):
        log_sign_in("sign_in.failed", user, result="failed", method="password")
        raise NoMatch
    assert user is not None
    give_back(ADDRESS, origin)
    give_back(ACCOUNT, email)
    return user.id


def password_confirm(user: UUID, password: str) -> None:
    """Check the password of somebody who is signed in, before an act that needs it.

    Raises:
        NoMatch, TooManyTries: as `password_sign_in`.
    """
    password_sign_in(email=User.objects.get(id=user).email, password=password)


def signed_in(user: UUID, *, method: str, provider: str = "") -> None:
    """Log that a user is in; a local account where the staff has an identity provider is told as an alarm (O5)."""
    row = User.objects.get(id=user)
    is_alarm = method != "provider" and IdentityProvider.objects.filter(is_enabled=True).exists()
    log_sign_in("sign_in", row, method=method, provider=provider, is_alarm=is_alarm)


def signed_out(user: UUID, *, why: str = "asked") -> None:
    """Log that a user left, or that the session ended by its limits."""
    log_sign_in("sign_out", User.objects.get(id=user), why=why)


def second_factor_failed(user: UUID) -> None:
    """Log that the password was right and the second factor was not."""
    log_sign_in("sign_in.failed", User.objects.get(id=user), result="failed", method="second_factor")


def provider_refused(provider: ProviderSeen, *, why: str) -> None:
    """Log a sign-in by a provider that came to nothing: what was wrong, in our words, never what was received."""
    log_sign_in(
        "sign_in.failed",
        None,
        result="refused",
        organisations=(provider.organisation,),
        method="provider",
        provider=provider.key,
        why=why,
    )


def has_local_accounts() -> bool:
    """Tell whether anybody may sign in with a password; each organisation may switch it off for its own people."""
    kept = Organisation.objects.values_list("settings", flat=True)
    return any(_allows_local(one) for one in kept) or not kept


def _is_right(user: User | None, password: str) -> bool:
    if user is None or not user.has_usable_password():
        make_password(password)  # takes as long as a comparison
        return False
    return user.check_password(password) and _may_be_local(user)


def _may_be_local(user: User) -> bool:
    if not user.is_active or (user.is_demo and not settings.IS_LOOPBACK):
        return False
    held = Membership.objects.filter(user=user).values("organisation")
    kept = Organisation.objects.filter(id__in=held).values_list("settings", flat=True)
    return any(_allows_local(one) for one in kept) or not kept


def _allows_local(kept: dict[str, object]) -> bool:
    return kept.get("local_accounts", True) is not False
