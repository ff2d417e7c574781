"""Results to files: whole or not at all, and never over their own source."""

from __future__ import annotations

import contextlib
import importlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hankesalkku.cli.exits import WrongUse
from hankesalkku.cli.voice import Voice

if TYPE_CHECKING:
    from hankesalkku.core.report.model import Report

_WRITERS = {
    ".docx": "word:write_word",
    ".odt": "open_document:write_open_document",
    ".xlsx": "spreadsheet:write_spreadsheet",
    ".html": "web_page:write_web_page",
    ".txt": "plain_text:write_plain_text",
    ".json": "json_document:write_json",
    ".csv": "csv_table:write_csv",
}
CARRIES_FINDINGS = frozenset((".json", ".xlsx"))
"""Forms for going on working with, which hold the findings always; others only if asked for."""


def written(report: Report, ending: str) -> bytes:
    """Write a report in the form of an ending; a PDF has the card document attached."""
    if ending == ".pdf":
        from hankesalkku.writers.json_document import write_json
        from hankesalkku.writers.pdf import write_pdf

        return write_pdf(report, write_json(report))
    module, _, name = _WRITERS[ending].partition(":")
    write: Callable[[Report], bytes] = getattr(importlib.import_module(f"hankesalkku.writers.{module}"), name)
    return write(report)


def check_target(target: Path, sources: Iterable[Path], voice: Voice) -> None:
    """Make sure before the work that a file may be written.

    Raises:
        WrongUse: it is one of the sources, a folder, or in a folder that is not there or not writable.
    """
    folder = target.absolute().parent
    for source in sources:
        with contextlib.suppress(OSError):
            if target.samefile(source):
                raise WrongUse(f"{target}: {voice.wording.say('cli.path.own_source')}")
    problem = None
    if target.is_dir():
        problem = "folder"
    elif not folder.is_dir():
        problem = "no_folder"
    elif not os.access(folder, os.W_OK):
        problem = "not_writable"
    if problem is not None:
        raise WrongUse(f"{target}: {voice.wording.say(f'cli.path.{problem}')}")


def save(target: Path, content: bytes, voice: Voice) -> None:
    """Put a file in place at once: a reader sees the old one or the whole new one.

    Raises:
        WrongUse: it cannot be written.
    """
    if target.exists() and not target.is_file():
        _save_through(target, content, voice)
        return
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot_write(target, error, voice) from error


def _save_through(target: Path, content: bytes, voice: Voice) -> None:
    """Write to a device or pipe, which cannot be replaced."""
    try:
        target.write_bytes(content)
    except OSError as error:
        raise _cannot_write(target, error, voice) from error


def _cannot_write(target: Path, error: OSError, voice: Voice) -> WrongUse:
    return WrongUse(
        f"{target}: {voice.wording.say('cli.path.write_failed', reason=error.strerror or str(error))}"
    )


def _mask() -> int:
    """Tell the mask for new files, which the system gives only to who sets it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
