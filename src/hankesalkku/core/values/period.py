"""Implementation periods (*toteutusaika*), each end at its own precision."""

from __future__ import annotations

from dataclasses import dataclass

from hankesalkku.core.values.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Period:
    """A start and an end, either of which may be unknown (None); the end is inclusive."""

    start: PartialDate | None
    end: PartialDate | None

    @property
    def years(self) -> range | None:
        """Give the calendar years from start to end, None where either is unknown."""
        if self.start is None or self.end is None:
            return None
        return range(self.start.year, self.end.year + 1)
