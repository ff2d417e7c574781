"""`python -m bench`: measures, prints, writes the figures down; exit code 1 where a limit is missed."""

from __future__ import annotations

import argparse
import compileall
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime

from bench.lines import HEAD, Line, as_markdown, as_text
from bench.machine import describe_machine
from bench.measures import Plan, measure
from bench.timing import REPOSITORY

RESULTS = REPOSITORY / "docs" / "reference" / "benchmarks"
QUICK = Plan(many=200, few=20, rounds=3)


def main(arguments: list[str] | None = None) -> int:
    """Measure by a plan and give the exit code; a quick run is shown only, for its documents are smaller."""
    asked = _parser().parse_args(arguments)
    plan = QUICK if asked.quick else Plan(rounds=asked.rounds)
    # An installed package comes with its bytecode; a fresh clone would pay for it in the first of its processes.
    compileall.compile_dir(REPOSITORY / "src", quiet=1)
    lines = _measured_aloud(plan)
    if not asked.quick:
        _write_down(lines, plan, datetime.now(UTC).date())
    missed = [line.what for line in lines if not line.is_met]
    print(f"\n{len(lines)} lines, {len(missed)} not met" + "".join(f"\n  {what}" for what in missed))
    return 1 if missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measures the speed of Hankesalkku.")
    parser.add_argument(
        "--quick", action="store_true", help="smaller documents and fewer rounds; nothing is written down"
    )
    parser.add_argument("--rounds", type=int, default=Plan().rounds, help="how often each act is measured")
    return parser


def _measured_aloud(plan: Plan) -> list[Line]:
    """Measure, and show each group of lines as soon as it is known."""
    lines: list[Line] = []
    for group in measure(plan):
        print(as_text(HEAD, [line.cells for line in group]), end="\n\n", flush=True)
        lines += group
    return lines


def _write_down(lines: Iterable[Line], plan: Plan, day: date) -> None:
    RESULTS.mkdir(parents=True, exist_ok=True)
    name = f"{day.isoformat()}.md"
    (RESULTS / name).write_text(page(lines, plan, day), encoding="utf-8")
    latest = f"# Latest figures\n\nThe latest run of `make bench`: [{day.isoformat()}]({name}).\n"
    (RESULTS / "latest.md").write_text(latest, encoding="utf-8")


def page(lines: Iterable[Line], plan: Plan, day: date) -> str:
    """Write the page of a run: machine, how often, and every line as it came out."""
    return (
        f"# Benchmarks of {day.isoformat()}\n\n{describe_machine()}\n\n"
        f"Each act ran {plan.rounds} times (whole processes {2 * plan.rounds}, reading of text and office files "
        f"{max(plan.rounds - 2, 3)}), in turn with those beside it; medians. [What each line means](README.md).\n\n"
        f"{as_markdown(HEAD, [line.cells for line in lines])}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
