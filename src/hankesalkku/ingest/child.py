"""Run a reader in a child process that may fail, hang or die without harm to this one.

The child is a fresh interpreter, not a fork: forking is not safe in a web server with threads, and the fresh one
costs little (measured: 6 ms bare, 76 ms with our modules, zipfile and lxml; a fork would save 45 of them). It is
isolated (`-I -S`: no environment, no user's site) and gets the module path of this process as arguments; the file's
bytes come as standard input, the answer goes back through a pipe. Source: requirements, section 3, H1 and H2.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from hankesalkku.ingest.allowance import wall_allowance_s
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.limits import DEFAULT_LIMITS, MEBIBYTE, Limits
from hankesalkku.ingest.refusal import CannotRead, Reason
from hankesalkku.ingest.transfer import (
    Garbled,
    are_sound,
    document_from_bytes,
    refusal_from_bytes,
)

READERS = {
    "text": "hankesalkku.ingest.read.plain_text",
    "own_text": "hankesalkku.ingest.read.own_text",
    "csv": "hankesalkku.ingest.read.csv_table",
    "docx": "hankesalkku.ingest.read.word",
    "odt": "hankesalkku.ingest.read.open_document",
    "ods": "hankesalkku.ingest.read.open_document",
    "xlsx": "hankesalkku.ingest.read.spreadsheet",
    "xls": "hankesalkku.ingest.read.spreadsheet",
    "pdf": "hankesalkku.ingest.read.pdf",
}
ANSWER_BYTES = 32 * MEBIBYTE

_START = (
    "import sys; sys.path[:] = sys.argv[4:]\n"
    "from hankesalkku.ingest import child_main\n"
    "child_main.{deed}(sys.argv[1], int(sys.argv[2]), sys.argv[3])"
)
_PAGES = re.compile(rb"pages (\d{1,7})\n")
_ANSWER = re.compile(rb"(document|refusal) (\d{1,12})\n")
_CHUNK = 1 << 20
_GRACE_S = 2.0
_TAIL_BYTES = 2_000
_NO_MEMORY = b"memory allocation of"


class Deed(StrEnum):
    """What a child can be told to do: the functions of `child_main`."""

    READ = "read"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Child:
    """A running child: its process, the end of its pipe, what it writes to standard error."""

    process: subprocess.Popen[bytes]
    output: int
    complaints: IO[bytes]

    def end(self, *, patiently: bool) -> None:
        """End the process, after a moment for one that has said everything."""
        if patiently:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(_GRACE_S)
        _kill(self.process)

    def last_words(self) -> bytes:
        """Give the end of what it wrote to standard error."""
        self.complaints.seek(0, os.SEEK_END)
        self.complaints.seek(max(0, self.complaints.tell() - _TAIL_BYTES))
        return self.complaints.read()


def run_guarded(
    reader: str, content: bytes, limits: Limits = DEFAULT_LIMITS, *, _module: str | None = None
) -> SourceDocument:
    """Read a file with the named reader in a child process; `_module` is for tests of this module only.

    Raises:
        CannotRead: the reader's own refusal; BROKEN for whatever a parser raises, OUT_OF_MEMORY, OUT_OF_TIME,
            READER_CRASHED with the signal, TOO_LARGE_UNPACKED for an answer beyond 32 MiB.
        KeyError: there is no such reader.
    """
    module = READERS[reader] if _module is None else _module
    if len(content) > limits.file_bytes:
        raise CannotRead(Reason.TOO_LARGE, detail=f"{len(content)} > {limits.file_bytes}")
    with started(Deed.READ, module, content, limits) as child:
        answer = _receive(child.output, limits)
        child.end(patiently=answer.is_whole)
        return _document(answer, child)


@contextlib.contextmanager
def _as_file(content: bytes) -> Iterator[IO[bytes]]:
    """Give bytes as an open file that has no name: in memory where the system can, else a temporary one."""
    in_memory = hasattr(os, "memfd_create")
    with os.fdopen(os.memfd_create("file"), "w+b") if in_memory else tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        yield file


@contextlib.contextmanager
def started(deed: Deed, word: str, content: bytes, limits: Limits) -> Iterator[Child]:
    """Start a child that gets a file's bytes and one word; at the end kill it with all it may have started."""
    with (
        tempfile.TemporaryDirectory(prefix="hankesalkku-") as folder,
        _as_file(content) as source,
        _as_file(b"") as complaints,
    ):
        output, entry = os.pipe()
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell, no word of the file's
                _command(deed, word, entry, limits),
                stdin=source,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                cwd=folder,
                env={},
                pass_fds=(entry,),
                start_new_session=True,
            )
        except BaseException:
            os.close(output)
            raise
        finally:
            os.close(entry)
        try:
            yield Child(process, output, complaints)
        finally:
            os.close(output)
            _kill(process)


def _command(deed: Deed, word: str, entry: int, limits: Limits) -> list[str]:
    numbers = json.dumps(dataclasses.asdict(limits))
    paths = [path for path in sys.path if path]
    options = ["-I", "-S", "-B", "-X", "utf8"]
    return [sys.executable, *options, "-c", _START.format(deed=deed), word, str(entry), numbers, *paths]


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@dataclass(slots=True)
class _Answer:
    """What came through the pipe: its bytes, and whether the clock or the cap ended it."""

    content: bytearray
    is_late: bool = False
    is_too_large: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether the child said all it had to say and is about to end."""
        return not self.is_late and not self.is_too_large


def _receive(output: int, limits: Limits) -> _Answer:
    """Take in the answer until the child closes the pipe, the clock runs out or it is too much."""
    answer = _Answer(bytearray())
    started = time.monotonic()
    deadline = started + limits.wall_s_hostile
    poll = select.poll()
    poll.register(output, select.POLLIN)
    while answer.is_whole:
        if poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            chunk = os.read(output, _CHUNK)
            if not chunk:
                break
            answer.content += chunk
            deadline = started + _wall_s(answer.content, limits)
            answer.is_too_large = len(answer.content) > ANSWER_BYTES
        else:
            answer.is_late = True
    return answer


def _wall_s(content: bytearray, limits: Limits) -> float:
    pages = _PAGES.match(content)
    return wall_allowance_s(int(pages.group(1)), limits) if pages else limits.wall_s_hostile


def _document(answer: _Answer, child: Child) -> SourceDocument:
    """Turn the answer into a document, or say what became of the child."""
    if answer.is_late:
        raise CannotRead(Reason.OUT_OF_TIME)
    if answer.is_too_large:
        raise CannotRead(Reason.TOO_LARGE_UNPACKED, detail=f"> {ANSWER_BYTES}")
    content = bytes(answer.content)
    while pages := _PAGES.match(content):
        content = content[pages.end() :]
    head = _ANSWER.match(content)
    if head is None or len(content) - head.end() != int(head.group(2)):
        raise death(child)
    try:
        if head.group(1) == b"refusal":
            raise refusal_from_bytes(content[head.end() :])
        document = document_from_bytes(content[head.end() :])
    except Garbled as error:
        raise CannotRead(Reason.READER_CRASHED, detail=str(error)) from None
    if not are_sound(document):
        raise CannotRead(Reason.READER_CRASHED, detail="spans outside the text")
    return document


def death(child: Child) -> CannotRead:
    """Tell why a child ended without an answer, by the signal that ended it."""
    code = child.process.returncode
    if code == -signal.SIGXCPU:
        return CannotRead(Reason.OUT_OF_TIME)
    if code == -signal.SIGKILL or _NO_MEMORY in child.last_words():
        return CannotRead(Reason.OUT_OF_MEMORY)
    return CannotRead(
        Reason.READER_CRASHED, detail=f"signal {-code}" if code and code < 0 else f"exit {code}"
    )
