"""The lines of a result: what was measured, its limit, the figure, whether it is met; as Markdown and on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.timing import Samples, Spread, clock_ratio, ratio, seconds

HEAD = ("what", "limit", "measured", "least–most", "beside it", "verdict")


@dataclass(frozen=True, slots=True)
class Line:
    """One measured line. `limit` is None where a figure is only told; `beside` says what it was compared with."""

    what: str
    limit: float | None
    spread: Spread
    unit: str
    beside: str = ""

    @property
    def is_met(self) -> bool:
        """Tell whether the median keeps the limit; a line without limit always does."""
        return self.limit is None or self.spread.median <= self.limit

    @property
    def cells(self) -> tuple[str, ...]:
        """Give the line as the cells of a row under HEAD."""
        limit = "–" if self.limit is None else f"≤ {self.limit:g} {self.unit}"
        verdict = "told" if self.limit is None else "met" if self.is_met else "NOT MET"
        spread = self.spread
        between = f"{_figure(spread.least)}–{_figure(spread.greatest)}"
        return (self.what, limit, f"{_figure(spread.median)} {self.unit}", between, self.beside, verdict)


def seconds_line(what: str, samples: Samples, limit_s: float | None, beside: str = "") -> Line:
    """Make a line of seconds by the clock; the processor's seconds are told beside them."""
    processor = Spread.of([sample.processor_s for sample in samples]).median
    told = f"processor {_figure(processor)} s"
    return Line(what, limit_s, seconds(samples), "s", f"{told}; {beside}" if beside else told)


def ratio_line(what: str, above: Samples, below: Samples, limit: float | None, floor: str) -> Line:
    """Make a line of ratios of processor time, run by run; seconds and the ratio by the clock are told beside it."""
    times = f"{_figure(seconds(above).median)} s ÷ {_figure(seconds(below).median)} s ({floor})"
    beside = f"by the clock {_figure(clock_ratio(above, below).median)} × = {times}"
    return Line(what, limit, ratio(above, below), "×", beside)


def as_markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table in Markdown.

    >>> print(as_markdown(("a", "b"), [("1", "x")]))
    | a | b |
    | --- | --- |
    | 1 | x |
    """
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_text(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table for a terminal: columns as wide as their cells.

    >>> print(as_text(("a", "b"), [("1", "x")]))
    a  b
    1  x
    """
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _figure(value: float) -> str:
    """Write a figure with three digits that count.

    >>> _figure(0.0123), _figure(0.25), _figure(3.14159), _figure(123.4)
    ('0.012', '0.25', '3.14', '123')
    """
    return (
        f"{value:.3f}" if value < 0.1 else f"{value:.2f}" if value < 10 else f"{value:.{int(value < 100)}f}"
    )
