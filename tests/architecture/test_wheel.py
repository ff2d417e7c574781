"""The wheel carries all that the program reads at run time: catalogues, fonts, templates, tables."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src"
NEVER = {".pyc", ".pyo"}


def test_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("hankesalkku-*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())

    files = {p for p in PACKAGE.rglob("*") if p.is_file() and p.suffix not in NEVER}
    assert {p.relative_to(PACKAGE).as_posix() for p in files} - held == set()
    for catalogue in PACKAGE.rglob("*.po"):
        assert catalogue.with_suffix(".mo").relative_to(PACKAGE).as_posix() in held
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in held)
