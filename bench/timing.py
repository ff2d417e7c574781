"""Times acts side by side: A B A B …, so that a busy moment of the machine falls on all of them alike."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
_NOT_OF_USERS = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONOPTIMIZE", "COVERAGE_PROCESS_START"})

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run of an act took: seconds by the clock, seconds of processor."""

    clock_s: float
    processor_s: float


Samples = tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some figures, with the least and the greatest."""

    median: float
    least: float
    greatest: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """Sum up figures."""
        return cls(statistics.median(figures), min(figures), max(figures))


def seconds(samples: Samples) -> Spread:
    """Give the seconds by the clock."""
    return Spread.of([sample.clock_s for sample in samples])


def ratio(above: Samples, below: Samples) -> Spread:
    """Divide the processor time of each run of an act by that of another's run that stood beside it.

    On an idle machine it is the ratio by the clock; on a busy one the clock tells of the neighbours too.
    """
    return Spread.of([a.processor_s / b.processor_s for a, b in zip(above, below, strict=True)])


def clock_ratio(above: Samples, below: Samples) -> Spread:
    """Divide by the clock, run by run."""
    return Spread.of([a.clock_s / b.clock_s for a, b in zip(above, below, strict=True)])


def time_commands(commands: Mapping[str, Command], rounds: int) -> dict[str, Samples]:
    """Time whole processes, one after the other, round after round; a first round warms the file cache, untimed."""
    found: dict[str, list[Sample]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            sample = _time_process(command)
            if number:
                found[name].append(sample)
    return {name: tuple(samples) for name, samples in found.items()}


def time_jobs(jobs: Mapping[str, Command], rounds: int) -> dict[str, Samples]:
    """Time acts of `bench.job`, each in a process of its own that tells its time without imports and preparation."""
    found: dict[str, list[Sample]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            command = [sys.executable, "-m", "bench.job", *job]
            run = subprocess.run(
                command, env=environment(), cwd=REPOSITORY, stdout=subprocess.PIPE, check=True
            )
            found[name].append(Sample(*map(float, run.stdout.split())))
    return {name: tuple(samples) for name, samples in found.items()}


def environment() -> dict[str, str]:
    """Give the environment of a user, in which Python keeps its bytecode, with this project on the path."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_OF_USERS}
    return kept | {"PYTHONPATH": os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])}


def _time_process(command: Command) -> Sample:
    before_s, started = _processor_of_children_s(), time.perf_counter()
    subprocess.run(command, env=environment(), stdout=subprocess.DEVNULL, check=True)
    return Sample(time.perf_counter() - started, _processor_of_children_s() - before_s)


def _processor_of_children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
