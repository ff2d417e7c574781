"""Import rules that only a running interpreter can prove; the others are contracts in .importlinter."""

from __future__ import annotations

import subprocess
import sys

import pytest

IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
names = [m.name for m in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
for name in names:
    importlib.import_module(name)
loaded = sorted(name for name in sys.modules if name.partition(".")[0] in sys.argv[2:])
print(len(names), *loaded)
"""


def modules_loaded_by(package: str, *families: str) -> list[str]:
    """Import every module of a package in a fresh interpreter; name the loaded modules of some families."""
    command = [sys.executable, "-c", IMPORT_ALL, package, *families]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.split()[1:]


@pytest.mark.parametrize("layer", ["core", "lexicon", "ingest", "writers"])
def test_layer_loads_no_django(layer: str) -> None:
    assert modules_loaded_by(f"hankesalkku.{layer}", "django") == []


def test_core_loads_no_file_library() -> None:
    libraries = ["docx", "lxml", "openpyxl", "pikepdf", "pypdfium2", "python_calamine", "typst", "xlsxwriter"]

    assert modules_loaded_by("hankesalkku.core", *libraries) == []


def test_modules_loaded_by_names_what_is_loaded() -> None:
    assert "email.message" in modules_loaded_by("email", "email")
