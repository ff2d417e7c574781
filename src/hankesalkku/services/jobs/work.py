"""Runs jobs: takes one, holds its lease beside the work, rebuilds the actor, writes down how it ended."""

from __future__ import annotations

import logging
import os
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError, close_old_connections, connection

from hankesalkku.core.access.actor import Actor, ActorKind, operator, system
from hankesalkku.services.errors import Refused
from hankesalkku.services.jobs.queue import (
    RENEW_EVERY_S,
    JobSeen,
    JobState,
    actor_told,
    job_claim,
    job_end,
    job_hold,
    job_progress,
    job_renew,
)
from hankesalkku.services.moment import today
from hankesalkku.services.people.users import actor_of

POLL_EVERY_S = 0.5
LOG = logging.getLogger("hankesalkku.jobs")


class Cancelled(Exception):
    """Somebody asked for the end of the work, or another worker has it now; nothing more may be written."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What the work tells of itself, and asks: whether it may go on."""

    job: JobSeen
    worker: str

    def step(self, name: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done and how far it is. Call it outside a transaction, so that others see it.

        Raises:
            Cancelled: the work has to stop.
        """
        seen = job_progress(self.job.id, self.worker, name, done, total)
        if seen is None or seen.is_cancel_asked:
            raise Cancelled(self.job.id)

    def hold(self) -> None:
        """Make sure, within a transaction that writes, that the job is still this worker's.

        Raises:
            Cancelled: it is not.
        """
        if not job_hold(self.job.id, self.worker):
            raise Cancelled(self.job.id)


Handler = Callable[[Actor, Mapping[str, object], Progress], None]
"""What a kind of job does: one service called with the actor who asked, the arguments, and the progress."""


def work(handlers: Mapping[str, Handler], stop: threading.Event, *, poll_s: float = POLL_EVERY_S) -> None:
    """Run jobs as they come until `stop` is set; a job under way is finished first.

    A database that is away for a while (restarted, locked, full disk) is asked again; leases see to what was lost.
    """
    worker = worker_name()
    while not stop.is_set():
        close_old_connections()
        try:
            has_worked = run_one(handlers, worker)
        except DatabaseError:
            LOG.exception("the database does not answer")
            connection.close()
            has_worked = False
        if not has_worked:
            stop.wait(poll_s)
    connection.close()


def run_pending(handlers: Mapping[str, Handler]) -> int:
    """Run all jobs that wait, one after the other, without renewing leases; tell how many. For tests and commands."""
    worker, count = worker_name(), 0
    while run_one(handlers, worker, renews=False):
        count += 1
    return count


def run_one(handlers: Mapping[str, Handler], worker: str, *, renews: bool = True) -> bool:
    """Run one job, if one waits."""
    job = job_claim(worker)
    if job is None:
        return False
    with _renewed(job.id, worker) if renews else _as_it_is():
        state, error = _outcome(handlers, job, worker)
    job_end(job.id, worker, state, error)
    return True


def worker_name() -> str:
    """Name this process: its number and something that no earlier process of that number had."""
    return f"{os.getpid()}-{secrets.token_hex(4)}"


def _outcome(handlers: Mapping[str, Handler], job: JobSeen, worker: str) -> tuple[JobState, str]:
    """Do the work. This is a shell: whatever goes wrong ends the job, not the worker."""
    try:
        actor = _actor(job)
        if actor is None:
            return JobState.FAILED, "not_allowed"
        handlers[job.kind](actor, job.arguments, Progress(job, worker))
    except Cancelled:
        return JobState.CANCELLED, ""
    except Refused as refusal:
        return JobState.FAILED, f"refused: {type(refusal).__name__}"
    except Exception as error:
        LOG.exception("job failed", extra={"job": str(job.id), "kind": job.kind})
        return JobState.FAILED, type(error).__name__
    return JobState.DONE, ""


def _actor(job: JobSeen) -> Actor | None:
    """Rebuild who asked: a person may have lost the right since."""
    kind, user = actor_told(job)
    if kind is ActorKind.USER and user and job.organisation:
        return actor_of(user, job.organisation, today())
    programs = {ActorKind.OPERATOR: operator, ActorKind.SYSTEM: system}
    return programs[kind](job.organisation) if kind in programs else None


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


@contextmanager
def _renewed(key: UUID, worker: str) -> Iterator[None]:
    """Renew the lease beside the work, on a connection of its own."""
    ended = threading.Event()

    def renew() -> None:
        try:
            while not ended.wait(RENEW_EVERY_S) and job_renew(key, worker):
                pass
        except DatabaseError:
            LOG.exception("a lease was not renewed")
        finally:
            connection.close()

    thread = threading.Thread(target=renew, name=f"lease-{key}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
