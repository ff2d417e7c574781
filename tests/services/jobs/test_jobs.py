from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from hankesalkku.core.access.actor import Actor, operator
from hankesalkku.services.errors import NotFound
from hankesalkku.services.jobs import work as shift
from hankesalkku.services.jobs.queue import (
    RUNS,
    JobSeen,
    JobState,
    job_cancel,
    job_claim,
    job_end,
    job_enqueue,
    job_progress,
    job_renew,
    job_retry,
    job_seen,
)
from hankesalkku.services.jobs.work import Cancelled, Progress, run_one, run_pending
from hankesalkku.services.moment import now
from hankesalkku.store.models import Job, Membership
from tests.support.import_city import City, a_city

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> City:
    return a_city()


def queued(city: City, kind: str = "greet") -> UUID:
    return job_enqueue(city.coordinator, kind, {"to": "kaikki"})


def seen(key: UUID) -> JobSeen:
    job = job_seen(key)
    assert job is not None
    return job


def let_lease_run_out(key: UUID) -> None:
    Job.objects.filter(id=key).update(lease_until=now() - timedelta(seconds=1))


def test_job_runs_as_who_asked_for_it(city: City) -> None:
    done: list[tuple[Actor, object]] = []
    key = queued(city)

    run_pending({"greet": lambda actor, arguments, _: done.append((actor, arguments["to"]))})

    ((actor, to),) = done
    assert (replace(actor, name=""), to) == (replace(city.coordinator, name=""), "kaikki")
    assert seen(key).state is JobState.DONE


def test_jobs_run_in_the_order_in_which_they_came(city: City) -> None:
    order: list[UUID] = []
    keys = [queued(city) for _ in range(3)]

    run_pending({"greet": lambda _, __, progress: order.append(progress.job.id)})

    assert order == keys


def test_job_of_somebody_without_a_role_now_fails(city: City) -> None:
    key = queued(city)
    Membership.objects.all().delete()

    run_pending({"greet": lambda *_: pytest.fail("it ran")})

    assert (seen(key).state, seen(key).error) == (JobState.FAILED, "not_allowed")


def test_operator_may_ask_for_work(city: City) -> None:
    done: list[Actor] = []
    job_enqueue(operator(city.id), "greet", {})

    run_pending({"greet": lambda actor, *_: done.append(actor)})

    assert done == [operator(city.id)]


@pytest.mark.parametrize(
    ("fault", "error"), [(ValueError("x"), "ValueError"), (NotFound("x"), "refused: NotFound")]
)
def test_job_that_goes_wrong_fails_and_may_be_tried_again(city: City, fault: Exception, error: str) -> None:
    key = queued(city)

    def go_wrong(*_: object) -> None:
        raise fault

    assert run_pending({"greet": go_wrong}) == 1
    assert (seen(key).state, seen(key).error) == (JobState.FAILED, error)
    assert job_retry(key)
    assert run_pending({"greet": lambda *_: None}) == 1
    assert seen(key).state is JobState.DONE


def test_job_is_claimed_by_one_worker_only(city: City) -> None:
    key = queued(city)

    first, second = job_claim("a"), job_claim("b")

    assert first is not None
    assert (first.id, first.worker, second) == (key, "a", None)


def test_job_of_a_dead_worker_is_queued_again_three_times_then_given_up(city: City) -> None:
    key = queued(city)

    for run in range(1, RUNS + 1):
        job = job_claim(f"worker-{run}")
        assert job is not None
        assert (job.id, job.attempts) == (key, run)
        let_lease_run_out(key)

    assert job_claim("worker-5") is None
    assert (seen(key).state, seen(key).error) == (JobState.FAILED, "died")


def test_worker_that_lost_its_job_can_write_nothing_more(city: City) -> None:
    key = queued(city)
    job_claim("slow")
    let_lease_run_out(key)
    job_claim("quick")

    assert not job_renew(key, "slow")
    assert job_progress(key, "slow", "read", 1, 2) is None
    assert not job_end(key, "slow", JobState.DONE)
    with pytest.raises(Cancelled):
        Progress(seen(key), "slow").hold()
    assert job_renew(key, "quick")


def test_renewed_lease_is_not_taken_away(city: City) -> None:
    key = queued(city)
    job_claim("a")
    let_lease_run_out(key)
    job_renew(key, "a")

    assert job_claim("b") is None


def test_queued_job_is_cancelled_at_once(city: City) -> None:
    key = queued(city)

    assert job_cancel(key) is JobState.CANCELLED
    assert run_pending({"greet": lambda *_: pytest.fail("it ran")}) == 0


def test_running_job_is_cancelled_at_its_next_step(city: City) -> None:
    key = queued(city)
    steps: list[str] = []

    def walk(_: Actor, __: Mapping[str, object], progress: Progress) -> None:
        progress.step("read", 1, 3)
        steps.append("read")
        job_cancel(key)
        progress.step("check", 2, 3)
        steps.append("check")

    run_pending({"greet": walk})

    assert (steps, seen(key).state, seen(key).step) == (["read"], JobState.CANCELLED, "check")


def test_cancelled_job_of_a_dead_worker_stays_cancelled(city: City) -> None:
    key = queued(city)
    job_claim("a")
    job_cancel(key)
    let_lease_run_out(key)

    assert job_claim("b") is None
    assert seen(key).state is JobState.CANCELLED


def test_finished_job_is_neither_cancelled_nor_tried_again(city: City) -> None:
    key = queued(city)
    run_pending({"greet": lambda *_: None})

    assert job_cancel(key) is JobState.DONE
    assert not job_retry(key)


@pytest.mark.django_db(transaction=True)
def test_lease_is_renewed_while_the_work_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shift, "RENEW_EVERY_S", 0.01)
    key = queued(a_city())
    renewed = threading.Event()

    def last_long(*_arguments: object) -> None:
        let_lease_run_out(key)
        for _turn in range(500):
            if Job.objects.filter(id=key, lease_until__gt=now()).exists():
                renewed.set()
                return
            threading.Event().wait(0.01)

    run_one({"greet": last_long}, "a")

    assert renewed.is_set()
    assert seen(key).state is JobState.DONE


@pytest.mark.django_db(transaction=True)
def test_worker_runs_until_it_is_told_to_stop() -> None:
    key = queued(a_city())
    stop = threading.Event()

    shift.work({"greet": lambda *_: stop.set()}, stop)

    assert seen(key).state is JobState.DONE
