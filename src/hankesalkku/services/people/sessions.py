"""Open sessions of a user (*avoimet istunnot*): seen and ended by their owner, ended when rights end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from hankesalkku.services.moment import now
from hankesalkku.store.models import SignInSession


@dataclass(frozen=True, slots=True)
class SessionSeen:
    """An open session: `number` orders them, `is_this` is the one that asks."""

    number: int
    started_at: datetime
    seen_at: datetime
    method: str
    is_this: bool


def sessions_of(user: UUID, *, this: str) -> tuple[SessionSeen, ...]:
    """List a user's open sessions, the latest used first."""
    store = import_string(f"{settings.SESSION_ENGINE}.SessionStore")()
    found = []
    for row in SignInSession.objects.filter(user=user, expire_date__gt=now()):
        kept = store.decode(row.session_data)
        started, seen = kept.get("started_at", 0), kept.get("seen_at", 0)
        if int(now().timestamp()) - seen <= settings.SESSION_IDLE_S:
            found.append((seen, started, str(kept.get("method", "")), row.session_key == this))
    found.sort(reverse=True)
    return tuple(
        SessionSeen(number, _instant(started), _instant(seen), method, is_this)
        for number, (seen, started, method, is_this) in enumerate(found, start=1)
    )


def sessions_end(user: UUID, *, but: str = "") -> int:
    """End a user's sessions, but for the one kept; give how many ended."""
    ended, _ = SignInSession.objects.filter(user=user).exclude(session_key=but or "-").delete()
    return ended


def sessions_purge() -> int:
    """Remove sessions that ended by their age; give how many."""
    removed, _ = SignInSession.objects.filter(expire_date__lt=now()).delete()
    return removed


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
