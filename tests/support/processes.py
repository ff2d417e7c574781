"""The processes that this one started and has not buried yet: a browser's driver or a server may be among them."""

from __future__ import annotations

import os
from pathlib import Path


def children() -> frozenset[int]:
    """Give the ids of this process's children, dead ones that nobody waited for included (Linux)."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = status.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # it ended while we looked
        # The name in brackets may hold anything; behind it stand the state and the parent's id.
        if int(text.rpartition(")")[2].split()[1]) == os.getpid():
            found.add(int(status.parent.name))
    return frozenset(found)
