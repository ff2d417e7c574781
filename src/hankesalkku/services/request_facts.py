"""Where a request came from, for the audit log: set by the shell at its door, read by acts, never passed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """The request's own id and the address it came from."""

    request: str = ""
    origin: str = ""


NO_REQUEST = RequestFacts()
_FACTS: ContextVar[RequestFacts] = ContextVar("request_facts")


def request_facts() -> RequestFacts:
    """Give the facts of the request being answered; empty on the command line."""
    return _FACTS.get(NO_REQUEST)


@contextmanager
def answering(request: str, origin: str) -> Iterator[None]:
    """State where the acts within come from."""
    token = _FACTS.set(RequestFacts(request, origin))
    try:
        yield
    finally:
        _FACTS.reset(token)
