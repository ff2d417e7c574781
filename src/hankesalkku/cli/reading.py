"""From a path to a card document, with every refusal in words."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hankesalkku.cli.exits import Unreadable
from hankesalkku.cli.voice import Voice
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.language.formats import NO_BREAK_SPACE, format_number
from hankesalkku.core.language.wording import Wording
from hankesalkku.ingest.cards import File, read_cards
from hankesalkku.ingest.limits import DEFAULT_LIMITS, MEBIBYTE
from hankesalkku.ingest.refusal import CannotRead, Reason

LONG_BYTES = MEBIBYTE
"""Files from this size on are worth a progress line."""

_LIMITS = {
    Reason.TOO_LARGE: f"{DEFAULT_LIMITS.file_bytes // MEBIBYTE}",
    Reason.TOO_LARGE_UNPACKED: f"{DEFAULT_LIMITS.unpacked_bytes // MEBIBYTE}",
    Reason.TOO_MANY_PAGES: format_number(DEFAULT_LIMITS.pdf_pages),
    Reason.TOO_MANY_ROWS: format_number(DEFAULT_LIMITS.sheet_rows),
    Reason.TOO_MANY_PARTS: format_number(DEFAULT_LIMITS.archive_members),
    Reason.COMPRESSION_RATIO: format_number(DEFAULT_LIMITS.compression_ratio),
    Reason.OUT_OF_MEMORY: format_number(DEFAULT_LIMITS.address_space_bytes // MEBIBYTE),
    Reason.OUT_OF_TIME: format_number(int(DEFAULT_LIMITS.cpu_s_at_most)),
}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file and what was read from it."""

    path: Path
    document: CardDocument


def read_file(path: Path, voice: Voice, *, allows_pictures: bool = False) -> ReadFile:
    """Read one file; pages that are pictures without text may do in place of cards only if `allows_pictures`.

    Raises:
        Unreadable: the file is not there, may not be opened, is refused or broken, or holds no cards.
    """
    try:
        content = _bytes_of(path, voice)
        document = read_cards(File(path.name, content))
        if not (document.cards or _is_card_document(content) or (document.image_pages and allows_pictures)):
            raise CannotRead(Reason.NO_TEXT if document.image_pages else Reason.NO_CARDS)
        return ReadFile(path, document)
    except CannotRead as error:
        raise Unreadable(refusal_text(path, error, voice.wording)) from error
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError) as error:
        # A fault of a reader must look like any other file that cannot be read; its tests are in the readers' own.
        fault = CannotRead(Reason.READER_CRASHED, detail=type(error).__name__)
        raise Unreadable(refusal_text(path, fault, voice.wording)) from error


def read_files(paths: Iterable[Path], voice: Voice) -> list[ReadFile]:
    """Read files one after the other, with progress on a terminal.

    A file that cannot be read stops no other: it is said at once, and missing from the answer.
    """
    listed = list(paths)
    read: list[ReadFile] = []
    with _progress(listed, voice) as advance:
        for path in listed:
            try:
                read.append(read_file(path, voice, allows_pictures=True))
            except Unreadable as error:
                voice.tell(str(error))
            advance()
    return read


def refusal_text(path: Path, refusal: CannotRead, wording: Wording) -> str:
    """Say in one line which file cannot be read, where in it, why, and what to do."""
    limit = _LIMITS.get(refusal.reason, "")
    place = f", {_one_line(refusal.place)}" if refusal.place else ""
    why = wording.say(f"refusal.{refusal.reason}").format(limit=limit.replace(" ", NO_BREAK_SPACE))
    detail = f" ({_one_line(refusal.detail)})" if refusal.detail and refusal.reason not in _LIMITS else ""
    advice = wording.say(f"refusal.{refusal.reason}.advice")
    return f"{path}{place}: {why.removesuffix('.')}{detail}. {advice}"


def _is_card_document(content: bytes) -> bool:
    """Tell whether a file that was read is JSON: our own form may well hold no cards."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _one_line(text: str, at_most: int = 120) -> str:
    """Fold what a stranger's file made a parser say."""
    folded = " ".join(text.split())
    return folded if len(folded) <= at_most else f"{folded[: at_most - 1]}…"


def _bytes_of(path: Path, voice: Voice) -> bytes:
    """Take in a file's bytes, none of them if it is too large.

    Raises:
        CannotRead: it is not there or too large.
        Unreadable: it is a folder or may not be opened.
    """
    try:
        if path.is_dir():
            raise Unreadable(f"{path}: {voice.wording.say('cli.path.folder')}")
        with path.open("rb") as file:
            content = file.read(DEFAULT_LIMITS.file_bytes + 1)
    except FileNotFoundError as error:
        raise CannotRead(Reason.NOT_FOUND) from error
    except PermissionError as error:
        raise Unreadable(f"{path}: {voice.wording.say('cli.path.no_permission')}") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Unreadable(f"{path}: {voice.wording.say('cli.path.failed', reason=reason)}") from error
    if len(content) > DEFAULT_LIMITS.file_bytes:
        raise CannotRead(Reason.TOO_LARGE)
    return content


@contextlib.contextmanager
def _progress(paths: list[Path], voice: Voice) -> Iterator[Callable[[], None]]:
    """Show progress on standard error if it is a terminal and the work is long; give what notes a file as done."""
    if not sys.stderr.isatty() or (len(paths) < 2 and not any(_is_long(path) for path in paths)):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(voice.wording.say("cli.progress.reading"), total=len(paths))
        yield lambda: progress.advance(task)


def _is_long(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.stat().st_size >= LONG_BYTES
    return False
