"""A reader for tests of the guarded child: the file's words say what it does."""

from __future__ import annotations

import ctypes
import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hankesalkku.ingest.allowance import announce_pages
from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.limits import Limits
from hankesalkku.ingest.read.stream import Stream
from hankesalkku.ingest.refusal import CannotRead, Reason


def read(content: bytes, limits: Limits) -> SourceDocument:
    """Do what the file says and give the answer as text."""
    word, argument = (*content.decode().split(" ", 1), "")[:2]
    stream = Stream()
    stream.add(BlockKind.LINE, DEEDS[word](argument))
    return stream.document("text")


def _allocate(_: str) -> str:
    return str(len(bytearray(4 << 30)))


def _loop(argument: str) -> str:
    if argument:
        announce_pages(int(argument))
        started = time.process_time()
        while time.process_time() - started < 1.5:
            pass
        return "valmis"
    while True:
        pass


def _sleep(argument: str) -> str:
    if argument:
        announce_pages(int(argument))
        time.sleep(1.0)
        return "herätys"
    time.sleep(60)
    return ""


def _segfault(_: str) -> str:
    ctypes.string_at(0)
    return ""


def _python_socket(_: str) -> str:
    socket.create_connection(("127.0.0.1", 9), timeout=1).close()
    return ""


def _namespace(_: str) -> str:
    return str(Path("/proc/self/ns/net").readlink())


def _start(_: str) -> str:
    return str(subprocess.run(["/bin/true"], check=False).returncode)


def _write(argument: str) -> str:
    Path("file").write_bytes(bytes(int(argument)))
    return "kirjoitettu"


def _surroundings(_: str) -> str:
    limits = [resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_CORE, resource.RLIMIT_NOFILE)]
    return f"{sorted(os.environ)} {sorted(map(str, Path().iterdir()))} {limits} {Path.cwd().name[:12]}"


def _raise(argument: str) -> str:
    raise IndexError(argument * 1_000)


def _refuse(argument: str) -> str:
    raise CannotRead(Reason.TOO_MANY_PAGES, place="sivu", detail=argument)


def _garble(argument: str) -> str:
    """Write something else into the answer's pipe, as broken native code could."""
    os.write(int(sys.argv[2]), argument.encode() + b"\n")
    os._exit(0)


def _chatter(_: str) -> str:
    sys.stdout.write("roskaa")
    sys.stdout.flush()
    return "puhdas"


def _large(argument: str) -> str:
    return "a" * int(argument)


DEEDS: dict[str, Callable[[str], str]] = {
    "allocate": _allocate,
    "loop": _loop,
    "sleep": _sleep,
    "abort": lambda _: os.abort(),
    "segfault": _segfault,
    "socket": _python_socket,
    "namespace": _namespace,
    "start": _start,
    "write": _write,
    "surroundings": _surroundings,
    "raise": _raise,
    "refuse": _refuse,
    "garble": _garble,
    "chatter": _chatter,
    "large": _large,
    "echo": lambda argument: argument,
}
