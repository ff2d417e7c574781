"""The arithmetic of the chain: canonical text, digest of a payload, link of an entry to the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC

from hankesalkku.store.models import AuditEntry


def canonical(content: Mapping[str, object]) -> str:
    """Write a payload in its one form: sorted keys, no spaces, UTF-8, instants and keys as text.

    >>> canonical({"b": 1, "a": "ä"})
    '{"a":"ä","b":1}'
    """
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def payload_digest(salt: str, content: str) -> str:
    """Give the digest that the entry keeps: without the salt nobody can guess a removed payload."""
    return hashlib.sha256(f"{salt}\n{content}".encode()).hexdigest()


def link_of(previous: str, entry: AuditEntry) -> str:
    """Chain an entry's header to the link before it."""
    header = {
        "chain": str(entry.chain_id),
        "number": entry.number,
        "act": str(entry.act),
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_kind": entry.actor_kind,
        "actor": str(entry.actor) if entry.actor else None,
        "action": entry.action,
        "result": entry.result,
        "object_kind": entry.object_kind,
        "object_id": str(entry.object_id) if entry.object_id else None,
        "origin": entry.origin,
        "request": entry.request,
        "digest": entry.digest,
    }
    return hashlib.sha256(f"{previous}\n{canonical(header)}".encode()).hexdigest()
