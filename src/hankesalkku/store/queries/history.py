"""The audit log asked for what happened to a thing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from hankesalkku.store.models import AuditEntry


@dataclass(frozen=True, slots=True)
class ChangeSeen:
    """One entry about a thing: who, when, what it did, values before and after (None: not there; {} if redacted)."""

    entry: UUID
    act: UUID
    at: datetime
    by: str
    actor: UUID | None
    action: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    origin: str
    is_redacted: bool = False

    @property
    def version(self) -> int | None:
        """Give the version that the change made, None where the entry tells none."""
        return (self.new or {}).get("version")


def changes_of(organisation: UUID, kind: str, key: UUID) -> tuple[ChangeSeen, ...]:
    """Give the entries about a thing, oldest first."""
    entries = (
        AuditEntry.objects.filter(organisation=organisation, object_kind=kind, object_id=key)
        .select_related("payload")
        .order_by("at", "number")
    )
    return tuple(_change(entry) for entry in entries)


def changes_since(organisation: UUID, kind: str, key: UUID, version: int) -> tuple[ChangeSeen, ...]:
    """Give the changes after a version, oldest first; none if the log does not hold them all."""
    later = tuple(
        change
        for change in changes_of(organisation, kind, key)
        if change.version is not None and change.version > version
    )
    return later if later and later[0].version == version + 1 else ()


def _change(entry: AuditEntry) -> ChangeSeen:
    payload = getattr(entry, "payload", None)
    content = json.loads(payload.content) if payload else {}
    return ChangeSeen(
        entry.id,
        entry.act,
        entry.at,
        content.get("by", ""),
        entry.actor,
        entry.action,
        content.get("old"),
        content.get("new"),
        entry.origin,
        payload is None,
    )
