"""The clock of the services: instants in UTC, "today" in the organisation's zone, taken once per act and passed on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import uuid_utils.compat

DEFAULT_ZONE = "Europe/Helsinki"


def now() -> datetime:
    """Give this instant in UTC."""
    return datetime.now(UTC)


def today(zone: str = DEFAULT_ZONE, at: datetime | None = None) -> date:
    """Give the calendar day in a zone."""
    return (at or now()).astimezone(ZoneInfo(zone)).date()


def new_key() -> UUID:
    """Make a key (UUIDv7): in order of time, so that an index grows at its end."""
    return uuid_utils.compat.uuid7()
