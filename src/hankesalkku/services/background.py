"""The work that is done in the background, and the worker that does it; `hankesalkku serve` runs it as a process."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from hankesalkku.services.imports.read_batch import batch_read
from hankesalkku.services.imports.upload import JOB_KIND
from hankesalkku.services.jobs import work
from hankesalkku.services.jobs.work import Handler

HANDLERS: Mapping[str, Handler] = {JOB_KIND: batch_read}
"""What each kind of job does."""


def run_worker(stop: threading.Event) -> None:
    """Do the waiting jobs, and those to come, until `stop` is set."""
    work.work(HANDLERS, stop)


def run_pending() -> int:
    """Do the jobs that wait now and tell how many; for tests and the command line."""
    return work.run_pending(HANDLERS)
