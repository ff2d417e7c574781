"""The queue: work is put in by the transaction of the act that needs it, and taken out under a lease.

A job is queued, running, done, failed or cancelled. Whoever takes it holds it for LEASE and renews that; a worker that
died lets the lease run out, and the job is queued again, RUNS times in all. Source: DESIGN.md 5, Jobs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from hankesalkku.core.access.actor import Actor, ActorKind
from hankesalkku.services.moment import new_key, now
from hankesalkku.store.models import Job

LEASE = timedelta(seconds=30)
RENEW_EVERY_S = 10.0
RUNS = 4
"""A job runs once and, after a worker's death, three times more."""


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more will happen by itself."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True)
class JobSeen:
    """A job as pages and workers see it; `step` is the name of what is being done, `done` of `total` of it."""

    id: UUID
    organisation: UUID | None
    kind: str
    arguments: Mapping[str, Any]
    actor: Mapping[str, Any]
    state: JobState
    attempts: int
    step: str
    done: int
    total: int
    is_cancel_asked: bool
    error: str
    worker: str


def job_enqueue(actor: Actor, kind: str, arguments: Mapping[str, Any]) -> UUID:
    """Put work into the queue, within the transaction of the act that asks for it; give the job's key."""
    row = Job(
        id=new_key(),
        organisation_id=actor.organisation,
        kind=kind,
        arguments=dict(arguments),
        actor={"kind": actor.kind.value, "user": str(actor.user) if actor.user else None},
        created_at=now(),
    )
    Job.objects.bulk_create([row])
    return row.id


def job_seen(key: UUID) -> JobSeen | None:
    """Give a job, None where there is none."""
    row = Job.objects.filter(id=key).first()
    return _seen(row) if row else None


def job_claim(worker: str) -> JobSeen | None:
    """Take the oldest job that may run; first those whose worker has died are queued again or given up."""
    _requeue_expired()
    while True:
        row = Job.objects.filter(state=JobState.QUEUED).order_by("created_at", "id").first()
        if row is None:
            return None
        taken = Job.objects.filter(id=row.id, state=JobState.QUEUED).update(
            state=JobState.RUNNING,
            worker=worker,
            attempts=row.attempts + 1,
            lease_until=now() + LEASE,
            error="",
        )
        if taken:
            return job_seen(row.id)


def job_renew(key: UUID, worker: str) -> bool:
    """Hold a job for another LEASE; tell whether it is still this worker's."""
    return bool(_own(key, worker).update(lease_until=now() + LEASE) == 1)


def job_progress(key: UUID, worker: str, step: str, done: int, total: int) -> JobSeen | None:
    """Write down how far the work is; None where it is no longer this worker's."""
    changed = _own(key, worker).update(step=step, done=done, total=total, lease_until=now() + LEASE)
    return job_seen(key) if changed else None


def job_end(key: UUID, worker: str, state: JobState, error: str = "") -> bool:
    """End a job; tell whether it was still this worker's."""
    ended = {"state": state, "error": error[:2000], "ended_at": now(), "lease_until": None}
    return bool(_own(key, worker).update(**ended) == 1)


def job_hold(key: UUID, worker: str) -> bool:
    """Lock the job's row within a transaction; tell whether it is still this worker's, so that it may write."""
    return _own(key, worker).select_for_update().values_list("id").first() is not None


def job_cancel(key: UUID) -> JobState | None:
    """Ask for a job's end: a queued one ends now, a running one at its next step. Give the state it has then."""
    with transaction.atomic():
        queued = Job.objects.filter(id=key, state=JobState.QUEUED)
        queued.update(state=JobState.CANCELLED, ended_at=now(), is_cancel_asked=True)
        Job.objects.filter(id=key, state=JobState.RUNNING).update(is_cancel_asked=True)
        seen = job_seen(key)
    return seen.state if seen else None


def job_retry(key: UUID) -> bool:
    """Queue a failed or cancelled job anew, with all its runs; tell whether it was one."""
    over = Job.objects.filter(id=key, state__in=(JobState.FAILED, JobState.CANCELLED))
    anew = {"state": JobState.QUEUED, "attempts": 0, "is_cancel_asked": False, "error": "", "ended_at": None}
    return over.update(**anew, step="", done=0, total=0) == 1


def actor_told(job: JobSeen) -> tuple[ActorKind, UUID | None]:
    """Give who asked for the work: kind and user, to be looked up again before anything is done."""
    user = job.actor.get("user")
    return ActorKind(job.actor["kind"]), UUID(user) if user else None


def _requeue_expired() -> None:
    """Queue again what a dead worker held, or give it up after RUNS runs."""
    expired = Job.objects.filter(state=JobState.RUNNING).filter(
        Q(lease_until__lt=now()) | Q(lease_until=None)
    )
    if not expired.exists():
        return
    with transaction.atomic():
        expired.filter(is_cancel_asked=True).update(
            state=JobState.CANCELLED, ended_at=now(), lease_until=None
        )
        expired.filter(attempts__gte=RUNS).update(
            state=JobState.FAILED, error="died", ended_at=now(), lease_until=None
        )
        expired.update(state=JobState.QUEUED, worker="", lease_until=None)


def _own(key: UUID, worker: str) -> QuerySet[Job]:
    return Job.objects.filter(id=key, state=JobState.RUNNING, worker=worker)


def _seen(row: Job) -> JobSeen:
    return JobSeen(
        row.id,
        row.organisation_id,
        row.kind,
        MappingProxyType(row.arguments),
        MappingProxyType(row.actor),
        JobState(row.state),
        row.attempts,
        row.step,
        row.done,
        row.total,
        row.is_cancel_asked,
        row.error,
        row.worker,
    )
