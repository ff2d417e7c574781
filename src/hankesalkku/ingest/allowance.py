"""How a reader earns more time: it tells its page count, and the guard of a child process listens.

Source: requirements, section 3, H1 (processor time by the page).
"""

from __future__ import annotations

from collections.abc import Callable

from hankesalkku.ingest.limits import Limits

_listeners: list[Callable[[int], None]] = []


def announce_pages(pages: int) -> None:
    """Tell how many pages are about to be read; outside a guarded child nobody listens and nothing happens."""
    for listener in _listeners:
        listener(pages)


def listen_to_pages(listener: Callable[[int], None]) -> None:
    """Let the guard of this process know of page counts."""
    _listeners.append(listener)


def cpu_allowance_s(pages: int, limits: Limits) -> float:
    """Give the processor time for so many pages.

    >>> cpu_allowance_s(100, Limits())
    15.0
    """
    return min(limits.cpu_s + limits.cpu_s_per_page * pages, limits.cpu_s_at_most)


def wall_allowance_s(pages: int, limits: Limits) -> float:
    """Give the time by the clock: 10 s up to 100 pages, beyond that what the processor is allowed, by half more.

    Half more, because a busy machine gives a process less than a processor of its own.
    """
    if pages <= 100:
        return limits.wall_s_hostile
    return max(limits.wall_s_hostile, 1.5 * cpu_allowance_s(pages, limits))
