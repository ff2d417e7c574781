"""axe-core in the page under test: WCAG 2.0 to 2.2, levels A and AA, and best practice.

It goes in through the debugger (`page.evaluate`), which the strict Content Security Policy does not touch; a script tag
would be blocked.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

BROWSER_TESTS = Path(__file__).parents[1] / "browser"
AXE = BROWSER_TESTS / "vendor" / "axe.min.js"
DECISIONS = BROWSER_TESTS / "axe-decisions.tsv"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = "options => axe.run(document, options)"


@dataclass(frozen=True, slots=True)
class Remark:
    """One element that breaks a rule, or about which axe cannot tell."""

    rule: str
    selector: str
    element: str
    says: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.selector}\n    {self.element}\n    {self.says}"


def axe(page: Page) -> None:
    """Fail unless axe finds nothing on the page as it is now, and every doubt of it is decided in axe-decisions.tsv."""
    violations, doubts = axe_remarks(page)
    undecided = [doubt for doubt in doubts if not any(d.decides(doubt) for d in decisions())]
    text = [f"violation {remark}" for remark in violations] + [f"undecided {remark}" for remark in undecided]
    if text:
        raise AssertionError(f"axe on {page.url} ({len(text)}):\n" + "\n".join(text))


def axe_remarks(page: Page) -> tuple[list[Remark], list[Remark]]:
    """Give violations and doubts of the page as it is now."""
    page.evaluate(_source())
    options = {
        "runOnly": {"type": "tag", "values": list(TAGS)},
        "resultTypes": ["violations", "incomplete"],
    }
    found = page.evaluate(RUN, options)
    return list(_remarks(found["violations"])), list(_remarks(found["incomplete"]))


@dataclass(frozen=True, slots=True)
class Decision:
    """A doubt of axe that a person has looked at."""

    rule: str
    selector: str
    reason: str

    def decides(self, remark: Remark) -> bool:
        """Tell whether this is about the remark."""
        return self.rule == remark.rule and self.selector in remark.selector


@functools.cache
def decisions() -> tuple[Decision, ...]:
    """Read the decided doubts."""
    with DECISIONS.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    return tuple(
        Decision(row["rule"], row["selector"], row["reason"]) for row in csv.DictReader(lines, delimiter="\t")
    )


@functools.cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")


def _remarks(results: Iterable[dict[str, Any]]) -> Iterator[Remark]:
    for result in results:
        for node in result["nodes"]:
            selector = " ".join(str(part) for part in node["target"])
            says = (node.get("failureSummary") or result["help"]).replace("\n", " ")
            yield Remark(result["id"], selector, node["html"][:200], says)
