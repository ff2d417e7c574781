"""Compile the translation catalogues when the project is built or installed.

Hatchling runs `CatalogueHook` for wheels and editable installs; `python hatch_build.py` does the same by hand.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGUES = "src/hankesalkku/core/language/locale/*/LC_MESSAGES/hankesalkku.po"


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # the parameter names hatchling's own config class
    """Compiles the catalogues before the files of a wheel are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what is out of date; `version` is `standard` or `editable`."""
        compile_catalogues(Path(self.root))


def compile_catalogues(root: Path) -> list[Path]:
    """Compile each catalogue under `root` whose `.mo` is missing or older; return the files written.

    Raises:
        babel.messages.pofile.PoFileError: A catalogue is not well formed.
    """
    written = []
    for source in sorted(root.glob(CATALOGUES)):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as lines:
            catalogue = read_po(lines, locale=source.parts[-3], domain=source.stem, abort_invalid=True)
        with target.open("wb") as out:
            write_mo(out, catalogue)
        written.append(target)
    return written


if __name__ == "__main__":
    for path in compile_catalogues(Path(__file__).parent):
        print(f"compiled {path}")
