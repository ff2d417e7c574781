"""What is measured, against which limit. Sources: issue 2 (speed), requirements on reliability, section 11 (Q5, Q6)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.forms import file_of
from bench.lines import Line, ratio_line, seconds_line
from bench.timing import REPOSITORY, Command, seconds, time_commands, time_jobs

EXAMPLES = REPOSITORY / "examples" / "mallila"
SAMPLE = Path(os.environ.get("HANKESALKKU_SAMPLE", REPOSITORY.parent / "shared" / "data" / "heinola-2023"))
TYPST = "typst alone"
FLOOR = "words and links alone"
TEXT = "words without places and links alone"
LINEAR = 12.0
FLOORS = 3.0
WRITING = 2.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: cards of the large and the small document, ten to one, and rounds."""

    many: int = 1_000
    few: int = 100
    rounds: int = 5


def measure(plan: Plan) -> Iterator[list[Line]]:
    """Measure everything, group by group."""
    yield _whole_processes(plan)
    for form, name in (("foreign.pdf", "PDF of another program"), ("own.pdf", "PDF of our own")):
        yield _reading_pdf(plan, form, name)
    yield _reading_text(plan)
    yield _writing(plan)
    yield _writing_seconds(plan)
    yield _checking(plan)


def _whole_processes(plan: Plan) -> list[Line]:
    """Measure the command as people call it, from the start of the process to its end."""
    reports = dict(_reports())
    commands: dict[str, Command] = {"bare": [sys.executable, "-c", "pass"]}
    commands |= {f"read {name}": _command("read", path, "--format", "json") for name, path in reports.items()}
    imported = {name: path for name, path in reports.items() if "report" in name}
    commands |= {
        f"check {name}": _command("check", path, "--fail-on", "never", "--format", "json")
        for name, path in imported.items()
    }
    found = time_commands(commands, 2 * plan.rounds)
    bare = f"bare interpreter {seconds(found['bare']).median:.3f} s"
    lines = [
        seconds_line(f"`read` of {name}", found[f"read {name}"], _start_limit_s(path), bare)
        for name, path in reports.items()
    ]
    return lines + [
        seconds_line(f"Q6: `check` of {name} (read, all rules)", found[f"check {name}"], 3.0, bare)
        for name in imported
    ]


def _start_limit_s(path: Path) -> float | None:
    """Give the limit of issue 2 for a report of a dozen cards."""
    return {".txt": 0.4, ".pdf": 1.5}.get(path.suffix)


def _command(name: str, path: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "hankesalkku", name, str(path), *options]


def _reports() -> Iterator[tuple[str, Path]]:
    """Name the reports of about twelve cards at hand: Mallila's, the real sample's, invented ones."""
    for folder, owner in ((EXAMPLES, "Mallila's report"), (SAMPLE, "the real report")):
        for form in ("txt", "pdf", "docx"):
            path = folder / f"report.{form}"
            if path.exists():
                yield f"{owner}, {form}", path
    yield "12 invented cards, text", file_of("foreign.txt", 12)
    yield "12 invented cards, PDF of ours", file_of("own.pdf", 12)


def _reading_pdf(plan: Plan, form: str, name: str) -> list[Line]:
    many, few = str(plan.many), str(plan.few)
    found = time_jobs(
        {
            "few": ["read", form, few],
            "many": ["read", form, many],
            "floor": ["extract", form, many],
            "text": ["extract-text", form, many],
            "reader": ["read-page", form, many],
        },
        plan.rounds,
    )
    return [
        ratio_line(
            f"{name}: reading {many} ÷ {few} cards", found["many"], found["few"], LINEAR, f"{few} cards"
        ),
        ratio_line(f"{name}: all of reading {many} cards", found["many"], found["floor"], FLOORS, FLOOR),
        ratio_line(f"{name}: all of reading, beside less", found["many"], found["text"], None, TEXT),
        ratio_line(
            f"{name}: the page reader alone, in one process", found["reader"], found["floor"], None, FLOOR
        ),
    ]


def _reading_text(plan: Plan) -> list[Line]:
    many, few = str(plan.many), str(plan.few)
    forms = {"foreign.txt": "Text of a PDF", "own.txt": "Text of our own", "docx": "Word", "xlsx": "Excel"}
    jobs = {f"{form} {count}": ["read", form, count] for form in forms for count in (few, many)}
    found = time_jobs(jobs, max(plan.rounds - 2, 3))
    return [
        ratio_line(
            f"{name}: reading {many} ÷ {few} cards",
            found[f"{form} {many}"],
            found[f"{form} {few}"],
            LINEAR,
            f"{few} cards",
        )
        for form, name in forms.items()
    ]


def _writing(plan: Plan) -> list[Line]:
    many = str(plan.many)
    jobs = {"typst": ["typeset", "-", many]} | {
        form: ["write", form, many] for form in ("own.pdf", "docx", "xlsx")
    }
    found = time_jobs(jobs, plan.rounds)
    names = {"own.pdf": "PDF", "docx": "Word", "xlsx": "Excel"}
    return [
        ratio_line(f"Writing {many} cards: {name}", found[form], found["typst"], WRITING, TYPST)
        for form, name in names.items()
    ]


def _writing_seconds(plan: Plan) -> list[Line]:
    found = time_jobs({count: ["write", "own.pdf", count] for count in ("12", "50")}, plan.rounds)
    return [
        seconds_line("Q5: writing a PDF of 12 cards", found["12"], 3.0),
        seconds_line("Q5: writing a PDF of 50 cards", found["50"], 10.0),
    ]


def _checking(plan: Plan) -> list[Line]:
    many, few = str(plan.many), str(plan.few)
    found = time_jobs({count: ["check", "-", count] for count in (few, many)}, plan.rounds)
    name = f"All rules over {many} ÷ {few} cards"
    return [ratio_line(name, found[many], found[few], LINEAR, f"{few} cards")]
