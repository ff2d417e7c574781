"""An act: asked of the rights, done in one transaction, written into the chain before it commits.

Source: DESIGN.md 5 (audit), requirements P1, P3, R5 (a failing audit write refuses the change), S4.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from hankesalkku.core.access.actor import Actor
from hankesalkku.core.access.may import may
from hankesalkku.core.access.rights import Action
from hankesalkku.core.access.subject import Subject
from hankesalkku.services.audit.chain import canonical, link_of, payload_digest
from hankesalkku.services.errors import NotAllowed, NotFound, ReadOnly
from hankesalkku.services.moment import new_key, now
from hankesalkku.services.request_facts import request_facts
from hankesalkku.store.models import AuditChain, AuditEntry, AuditPayload, Installation

START = "0" * 64
_SECURITY = logging.getLogger("hankesalkku.security")
Json = dict[str, Any]


class LogClass(StrEnum):
    """Chains of an organisation: changes, sign-ins and rights, what left the house."""

    REGISTER = "register"
    SECURITY = "security"
    DISCLOSURE = "disclosure"


@dataclass(slots=True)
class _Line:
    action: str
    object_kind: str
    object_id: UUID | None
    content: Json
    result: str
    log_class: LogClass


@dataclass(slots=True)
class Act:
    """What is being done. Services add a line per record; `id` is the act's own key, `at` its instant."""

    actor: Actor
    action: str
    organisation: UUID | None
    log_class: LogClass
    id: UUID = field(default_factory=new_key)
    at: datetime = field(default_factory=now)
    lines: list[_Line] = field(default_factory=list)

    def changed(
        self, kind: str, key: UUID | None, old: Json | None, new: Json | None, *, action: str | None = None
    ) -> None:
        """Note that a record changed: its values before and after, only those that differ. None: not there."""
        content = {"by": self.actor.name, "old": old, "new": new}
        self.lines.append(_Line(action or self.action, kind, key, content, "done", self.log_class))

    def noted(self, kind: str, key: UUID | None, *, result: str = "done", **facts: object) -> None:
        """Note something that changed no record: an export with its filter and row count, a sign-in, a refusal."""
        content = {"by": self.actor.name, "facts": facts}
        self.lines.append(_Line(self.action, kind, key, content, result, self.log_class))


def demand(actor: Actor, action: Action, subject: Subject) -> None:
    """Ask the table of rights; write a refusal into the security log.

    Raises:
        NotFound: the actor may not know that there is such a thing.
        NotAllowed: the actor may not.
    """
    verdict = may(actor, action, subject)
    if verdict.is_granted:
        return
    with recorded(actor, f"refused.{action}", subject.organisation, LogClass.SECURITY) as act:
        act.noted("organisation", subject.organisation, result="refused", why=verdict.why.value)
    raise NotFound(action) if verdict.hides else NotAllowed(action, verdict)


@contextmanager
def acting(
    actor: Actor, action: Action, subject: Subject, *, log_class: LogClass = LogClass.REGISTER
) -> Iterator[Act]:
    """Ask the rights, open the transaction, and write the entries of the act before it commits.

    Raises:
        NotAllowed, NotFound: see `demand`.
        ReadOnly: the installation takes no changes now.
    """
    demand(actor, action, subject)
    if log_class is LogClass.REGISTER and _is_read_only():
        raise ReadOnly(action)
    with recorded(actor, action.value, subject.organisation, log_class) as act:
        yield act


@contextmanager
def recorded(
    actor: Actor, action: str, organisation: UUID | None, log_class: LogClass = LogClass.REGISTER
) -> Iterator[Act]:
    """Open a transaction whose entries are written at its end; for acts whose right was asked already."""
    with transaction.atomic():
        act = Act(actor, action, organisation, log_class)
        yield act
        _write(act)


def _is_read_only() -> bool:
    return Installation.objects.filter(id=1, is_read_only=True).exists()


def _write(act: Act) -> None:
    for log_class in dict.fromkeys(line.log_class for line in act.lines):
        _append(act, log_class, [line for line in act.lines if line.log_class is log_class])


def _append(act: Act, log_class: LogClass, lines: list[_Line]) -> None:
    """Append to a chain, its head locked: of two acts the second waits and continues from the first's link."""
    chain = _locked_chain(act.organisation, log_class)
    facts = request_facts()
    entries, payloads = [], []
    for number, line in enumerate(lines, start=chain.length + 1):
        salt = secrets.token_hex(16)
        content = canonical(line.content)
        entry = AuditEntry(
            id=new_key(),
            chain=chain,
            organisation_id=act.organisation,
            number=number,
            act=act.id,
            at=act.at,
            actor_kind=act.actor.kind.value,
            actor=act.actor.user,
            action=line.action,
            result=line.result,
            object_kind=line.object_kind,
            object_id=line.object_id,
            origin=facts.origin,
            request=facts.request,
            digest=payload_digest(salt, content),
        )
        entry.link = chain.head = link_of(chain.head, entry)
        entries.append(entry)
        payloads.append(AuditPayload(entry=entry, salt=salt, content=content))
    chain.length += len(lines)
    AuditEntry.objects.bulk_create(entries)
    AuditPayload.objects.bulk_create(payloads)
    chain.save(update_fields=["length", "head"])
    if log_class is LogClass.SECURITY:
        transaction.on_commit(partial(mirror, entries))


def mirror(entries: list[AuditEntry]) -> None:
    """Repeat security events on standard error, for the log collector of the house: headers only, no content."""
    for entry in entries:
        _SECURITY.info(
            "security",
            extra={
                "action": entry.action,
                "result": entry.result,
                "object": entry.object_kind,
                "object_id": str(entry.object_id) if entry.object_id else None,
                "user": str(entry.actor) if entry.actor else None,
                "entry": str(entry.id),
            },
        )


def _locked_chain(organisation: UUID | None, log_class: LogClass) -> AuditChain:
    chains = AuditChain.objects.select_for_update().filter(organisation=organisation, log_class=log_class)
    chain = chains.first()
    if chain is None:
        AuditChain.objects.bulk_create(
            [AuditChain(id=new_key(), organisation_id=organisation, log_class=log_class, head=START)],
            ignore_conflicts=True,
        )
        chain = chains.get()
    return chain
