"""Counted tries (*yritysraja*): how often something may be tried in a stretch of time, the same for all processes."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from hankesalkku.services.errors import Refused
from hankesalkku.services.moment import now
from hankesalkku.store.models import SignInTries

KEPT = timedelta(days=1)


class TooManyTries(Refused):
    """Tried too often; `minutes` tells how long to wait."""

    def __init__(self, minutes: int) -> None:
        super().__init__(f"wait {minutes} min")
        self.minutes = minutes


@dataclass(frozen=True, slots=True)
class Allowance:
    """`limit` tries in a window that begins with the first one; in any stretch as long, at most twice as many."""

    kind: str
    limit: int
    window: timedelta


ACCOUNT = Allowance("account", 10, timedelta(minutes=15))
"""Passwords checked for one account whatever the address; 20 in any 15 minutes. Source: ASVS 6.3.1."""
ADDRESS = Allowance("address", 100, timedelta(minutes=15))
"""Passwords checked from one address, whatever the account: a whole town hall may stand behind it."""
SECOND_FACTOR = Allowance("second_factor", 10, timedelta(minutes=15))
RESET = Allowance("reset", 3, timedelta(minutes=15))
"""Messages sent to one account that forgot its password."""
LINK = Allowance("link", 50, timedelta(minutes=15))
"""One-time links looked up from one address."""


def take_try(allowance: Allowance, of: str) -> None:
    """Count a try before it is made.

    Raises:
        TooManyTries: the allowance is used up.
    """
    at = now()
    with transaction.atomic():
        row, is_new = SignInTries.objects.select_for_update().get_or_create(
            key=_key(allowance, of), defaults={"started_at": at}
        )
        if row.started_at + allowance.window <= at:
            row.started_at, row.count = at, 0
        left = row.started_at + allowance.window - at
        if row.count >= allowance.limit:
            raise TooManyTries(math.ceil(left.total_seconds() / 60))
        row.count += 1
        row.save()
        if is_new:
            SignInTries.objects.filter(started_at__lt=at - KEPT).delete()


def give_back(allowance: Allowance, of: str) -> None:
    """Take a try back that succeeded: only failures count."""
    SignInTries.objects.filter(key=_key(allowance, of), count__gt=0).update(count=F("count") - 1)


def used_before(kind: str, value: str, *, lasting: timedelta) -> bool:
    """Tell whether a one-time value was used lately, and note that it is used now."""
    try:
        take_try(Allowance(kind, 1, lasting), value)
    except TooManyTries:
        return True
    return False


def _key(allowance: Allowance, of: str) -> str:
    return hashlib.sha256(f"{allowance.kind}\n{of.strip().casefold()}".encode()).hexdigest()
