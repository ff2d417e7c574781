"""What a service raises; only shells turn it into words and status codes."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from hankesalkku.core.access.may import Verdict
from hankesalkku.core.access.rights import Action


class Refused(Exception):
    """The root of what a service says no with."""


class NotAllowed(Refused):
    """The actor may not; `verdict` says why and which roles may."""

    def __init__(self, action: Action, verdict: Verdict) -> None:
        super().__init__(f"{action}: {verdict.why}")
        self.action = action
        self.verdict = verdict


class NotFound(Refused):
    """There is no such thing, or the actor may not know that there is."""


class ReadOnly(Refused):
    """The installation takes no changes now (R4); the banner says why."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that two people changed: what this one sent and what the register holds now, as texts."""

    key: str
    yours: str
    theirs: str


class Conflict(Refused):
    """Somebody else changed the same thing meanwhile; nothing was saved.

    `by` is who, `version` the version now, `clashes` the fields that both changed (empty: the thing as a whole).
    """

    def __init__(self, version: int, *, by: str = "", at: str = "", clashes: tuple[Clash, ...] = ()) -> None:
        super().__init__(f"version {version}")
        self.version = version
        self.by = by
        self.at = at
        self.clashes = clashes


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of what was sent: the field, and the message key of the catalogue with its parameters."""

    field: str
    message: str
    params: tuple[tuple[str, str | int], ...] = ()


class Invalid(Refused):
    """What was sent cannot be taken; all faults together."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(f"{fault.field}: {fault.message}" for fault in faults))
        self.faults = faults


class AlreadyDone(Refused):
    """The act was done before (a double click, a second window); `thing` is what it made."""

    def __init__(self, thing: UUID | None = None) -> None:
        super().__init__(str(thing))
        self.thing = thing
