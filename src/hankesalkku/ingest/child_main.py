"""What runs in the guarded child: it locks itself in, reads one file, hands the document or pictures back and ends.

The parent starts it (see `child`); nothing here runs in any other process. Source: requirements, section 3, H1.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import math
import os
import resource
import signal
import sys
from collections.abc import Callable

from hankesalkku.ingest.allowance import cpu_allowance_s, listen_to_pages
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.refusal import CannotRead, Reason
from hankesalkku.ingest.transfer import document_to_bytes, picture_to_bytes, refusal_to_bytes

OPEN_FILES = 64
WRITTEN_BYTES = 1 << 20
RECURSION = 4_000

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill")


def read(module: str, output: int, limits_json: str) -> None:
    """Read standard input with a reader and write the answer to a file descriptor; never return.

    The answer is any number of lines `pages N`, then `document N` or `refusal N` and N bytes.
    """
    limits = Limits(**json.loads(limits_json))
    _lock_in(limits)
    listen_to_pages(lambda pages: _allow_pages(pages, output, limits))

    def work() -> tuple[bytes, bytes]:
        reader = importlib.import_module(module)
        return b"document", document_to_bytes(reader.read(sys.stdin.buffer.read(), limits))

    _answer(output, work)


def show(order: str, output: int, limits_json: str) -> None:
    """Write the pages of the PDF on standard input as pictures to a file descriptor; never return.

    `order` is first page, last page (0: the last there is) and width in pixels. The answer is any number of
    `picture N` and N bytes, then `end 0` or `refusal N` and N bytes.
    """
    limits = Limits(**json.loads(limits_json))
    _lock_in(limits)
    first, last, width_px = map(int, order.split())

    def work() -> tuple[bytes, bytes]:
        from hankesalkku.ingest.read.pdf.pictures import pictures

        for picture in pictures(sys.stdin.buffer.read(), first, last, width_px, limits):
            content = picture_to_bytes(picture)
            _send(output, b"picture %d\n" % len(content), content)
            _allow_next_picture(limits)
        return b"end", b""

    _answer(output, work)


def _answer(output: int, work: Callable[[], tuple[bytes, bytes]]) -> None:
    """Do the work and write its answer, or the refusal that it ended in; never return."""
    try:
        word, content = work()
    except CannotRead as refusal:
        word, content = b"refusal", refusal_to_bytes(refusal)
    except MemoryError:
        word, content = b"refusal", refusal_to_bytes(CannotRead(Reason.OUT_OF_MEMORY))
    except Exception as error:  # noqa: BLE001 - this is a shell: whatever a parser raises, the file is broken
        word, content = b"refusal", refusal_to_bytes(_broken(error))
    _send(output, b"%s %d\n" % (word, len(content)), content)
    os._exit(0)


def _broken(error: Exception) -> CannotRead:
    """Say in one line what a parser said."""
    message = " ".join(str(error).split())[:120]
    return CannotRead(Reason.BROKEN, detail=f"{type(error).__name__}: {message}".rstrip(": "))


def _lock_in(limits: Limits) -> None:
    _limit(resource.RLIMIT_AS, limits.address_space_bytes)
    _limit(resource.RLIMIT_CPU, math.ceil(limits.cpu_s), math.ceil(limits.cpu_s_at_most))
    _limit(resource.RLIMIT_FSIZE, WRITTEN_BYTES)
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_CORE, 0)
    sys.setrecursionlimit(RECURSION)
    _leave_network()
    sys.addaudithook(_forbid)


def _limit(kind: int, soft: int, hard: int | None = None) -> None:
    """Lower a limit; one that the system has set lower already stays."""
    most = resource.getrlimit(kind)[1]
    highest = soft if hard is None else hard
    if most != resource.RLIM_INFINITY:
        highest = min(highest, most)
    resource.setrlimit(kind, (min(soft, highest), highest))


def _leave_network() -> None:
    """Die with the parent, and go where there is no network, as far as the system allows (Linux)."""
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
            library.unshare(_CLONE_NEWNET)


def _forbid(event: str, _: tuple[object, ...]) -> None:
    """Refuse sockets and programs to Python code, also where the system let us keep the network."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader may not use {event}")


def _allow_pages(pages: int, output: int, limits: Limits) -> None:
    """Raise the processor time for so many pages, and tell the parent to wait longer."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = math.ceil(cpu_allowance_s(pages, limits))
    resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard), hard))
    _send(output, b"pages %d\n" % pages)


def _allow_next_picture(limits: Limits) -> None:
    """Give the next picture as much processor time as a whole file of few pages has."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = math.ceil(used.ru_utime + used.ru_stime + limits.cpu_s)
    resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard), hard))


def _send(output: int, *pieces: bytes) -> None:
    for piece in pieces:
        view = memoryview(piece)
        while view:
            view = view[os.write(output, view) :]
