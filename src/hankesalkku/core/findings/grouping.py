"""Findings as printed lists show them: like ones of several cards on one line. Source: findings.md 0.4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.run import catalogue

GROUPED_BY_ROW = frozenset({"label-variant"})
"""Card rules whose line is per row too: the same fault of two rows is two things to mend."""


@dataclass(frozen=True, slots=True)
class Group:
    """One line of a printed list: findings of one rule and severity, in the order of cards.

    `field` is the row of the first one. `is_import_remark` marks what practice.md 5 folds away.
    """

    rule: str
    severity: Severity
    field: str
    findings: tuple[Finding, ...]
    is_import_remark: bool = False

    @property
    def cards(self) -> tuple[int, ...]:
        """Give the cards concerned, as indices from 0 in ascending order; empty for the document."""
        return tuple(sorted({card for finding in self.findings for card in finding.cards}))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each severity."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @property
    def total(self) -> int:
        """Add them up."""
        return self.errors + self.warnings + self.notes


def group_findings(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Group findings: card scope by code and severity (`label-variant` also by row), any other one by one.

    Gravest first; within a severity the kinds in the order in which the document shows them first, a kind's own
    groups together.
    """
    members: dict[tuple[object, ...], list[Finding]] = {}
    for number, finding in enumerate(findings):
        members.setdefault(_line(number, finding), []).append(finding)
    groups = [_group(tuple(found)) for found in members.values()]
    first: dict[tuple[Severity, str], tuple[int, ...]] = {}
    for group in groups:
        kind = (group.severity, group.rule)
        first[kind] = min(first.get(kind, group.cards), group.cards)
    groups.sort(key=lambda g: (g.severity.rank, first[g.severity, g.rule], g.rule, g.cards, g.field))
    return tuple(groups)


def _line(number: int, finding: Finding) -> tuple[object, ...]:
    """Give what findings of one line have in common."""
    if catalogue()[finding.rule].scope is not Scope.CARD:
        return (number,)
    row = finding.field if finding.rule in GROUPED_BY_ROW else None
    return finding.rule, finding.severity, row


def _group(findings: tuple[Finding, ...]) -> Group:
    ordered = tuple(sorted(findings, key=lambda finding: finding.cards))
    first = ordered[0]
    remark = catalogue()[first.rule].is_import_remark
    return Group(first.rule, first.severity, first.field, ordered, remark)


def count(members: Iterable[Group] | Iterable[Finding]) -> Counts:
    """Count groups or findings by severity."""
    severities = [member.severity for member in members]
    return Counts(*(severities.count(severity) for severity in Severity))
