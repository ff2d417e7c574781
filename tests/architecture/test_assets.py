"""The pages' style sheet and scripts are those that `make assets` builds of the sources; none is edited by hand."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
ASSETS = REPOSITORY / "assets"
BUILT = REPOSITORY / "src" / "hankesalkku" / "web" / "static" / "hankesalkku"
SOURCE_FOLDERS = ("sass", "js", "img", "licences")
SOURCE_FILES = ("build.mjs", "package.json")

MANIFEST: dict[str, dict[str, str]] = json.loads((ASSETS / "manifest.json").read_text(encoding="utf-8"))


def hashes(root: Path, paths: list[Path]) -> dict[str, str]:
    """Give the SHA-256 of files by their path under a root."""
    return {p.relative_to(root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}


def sources() -> list[Path]:
    """List what the files are built from."""
    folders = [p for folder in SOURCE_FOLDERS for p in (ASSETS / folder).rglob("*") if p.is_file()]
    return [*folders, *(ASSETS / name for name in SOURCE_FILES)]


def test_sources_are_those_that_were_built() -> None:
    assert hashes(ASSETS, sources()) == MANIFEST["sources"], "run `make assets` and commit what it builds"


def test_built_files_are_as_they_were_built() -> None:
    files = [p for p in BUILT.rglob("*") if p.is_file()]

    assert hashes(BUILT, files) == MANIFEST["built"], (
        "run `make assets`: a built file was changed or is missing"
    )


def test_hashes_finds_the_changed_file(tmp_path: Path) -> None:
    file = tmp_path / "sass" / "site.scss"
    file.parent.mkdir()
    file.write_text("a", encoding="utf-8")
    before = hashes(tmp_path, [file])
    file.write_text("b", encoding="utf-8")

    assert hashes(tmp_path, [file]) != before


def test_packages_are_pinned_and_no_lock_names_a_registry() -> None:
    packages = json.loads((ASSETS / "package.json").read_text(encoding="utf-8"))["devDependencies"]

    assert {name: v for name, v in packages.items() if not re.fullmatch(r"\d+\.\d+\.\d+", v)} == {}
    assert not (ASSETS / "package-lock.json").exists()


def test_style_sheet_asks_for_our_own_files_only() -> None:
    """No font of others, nothing that a strict content security policy stops."""
    style_sheet = (BUILT / "css" / "site.css").read_text(encoding="ascii")
    addresses = re.findall(r"url\(\"?([^)\"]+)", style_sheet)

    assert {address for address in addresses if not (BUILT / "css" / address).is_file()} == {"#hs-hatch"}
    assert "GDS Transport" not in style_sheet
