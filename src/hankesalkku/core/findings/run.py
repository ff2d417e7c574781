"""Runs the catalogue over a document."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from hankesalkku.core.findings import rules
from hankesalkku.core.findings.context import Context, Rule
from hankesalkku.core.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings, gravest first within the order of cards, and the rules that could not run without a date."""

    findings: tuple[Finding, ...]
    not_run: tuple[str, ...] = ()


@cache
def catalogue() -> dict[str, Rule]:
    """Collect the rules: one per module of `rules`, by code in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    found = [importlib.import_module(f"{rules.__name__}.{name}").RULE for name in names]
    return {rule.code: rule for rule in found}


def run(context: Context, *, switched_on: Iterable[str] = (), switched_off: Iterable[str] = ()) -> Outcome:
    """Run every rule that is on and can run; findings that a more specific one silences are left out."""
    off = set(switched_off)
    on = [
        r
        for r in catalogue().values()
        if r.code not in off and (r.is_on_by_default or r.code in set(switched_on))
    ]
    ready = [rule for rule in on if context.today is not None or not rule.needs_today]
    findings = [finding for rule in ready for finding in rule.check(context)]
    kept = _without_suppressed(findings)
    kept.sort(key=lambda finding: (finding.cards or (-1,), finding.severity.rank, finding.rule))
    return Outcome(tuple(kept), tuple(rule.code for rule in on if rule not in ready))


def _without_suppressed(findings: list[Finding]) -> list[Finding]:
    """Drop what a more specific rule silences on the same card and field (findings.md 0.6)."""
    silenced = {
        (code, card)
        for finding in findings
        for code in catalogue()[finding.rule].suppresses
        for card in finding.cards
    }
    return [
        finding for finding in findings if not any((finding.rule, card) in silenced for card in finding.cards)
    ]
