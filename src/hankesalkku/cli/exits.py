"""Exit codes of the command line, and what ends a command early. Source: CONTRACTS.md 1."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command answers to whoever started it."""

    DONE = 0
    FOUND = 1
    """Findings at or above `--fail-on`, or reports that differ."""
    WRONG_USE = 2
    CANNOT_READ = 3
    REFUSED = 4
    FAULT = 70
    """A fault of the product itself (EX_SOFTWARE of sysexits.h): no contract counts on it, a test must not see it."""
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class WrongUse(Exception):
    """The command cannot be done as asked; the message, in the person's language, says why and what to do."""


class Unreadable(Exception):
    """A file cannot be read; the message, in the person's language, says which, where, why and what to do."""
