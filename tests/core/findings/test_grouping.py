"""Findings as printed lists show them. Source: findings.md 0.4."""

from __future__ import annotations

from hankesalkku.core.findings.finding import Finding, Severity
from hankesalkku.core.findings.grouping import Counts, count, group_findings


def found(rule: str, severity: Severity, *cards: int, field: str = "status") -> Finding:
    """Make a finding of a rule."""
    return Finding(rule, severity, cards, field, evidence="")


def test_card_findings_of_one_rule_are_one_group() -> None:
    findings = [found("progress-missing", Severity.WARNING, card) for card in (2, 0, 1)]

    (group,) = group_findings(findings)

    assert (group.cards, len(group.findings)) == ((0, 1, 2), 3)


def test_card_findings_of_two_severities_are_two_groups() -> None:
    note = found("city-decision-after-start", Severity.NOTE, 8)
    warning = found("city-decision-after-start", Severity.WARNING, 9)

    assert [group.severity for group in group_findings([note, warning])] == [Severity.WARNING, Severity.NOTE]


def test_label_variants_are_grouped_by_row() -> None:
    findings = [
        found("label-variant", Severity.NOTE, 5, field="gross_expenditure"),
        found("label-variant", Severity.NOTE, 5, field="actuals_checked"),
        found("label-variant", Severity.NOTE, 7, field="gross_expenditure"),
    ]

    groups = group_findings(findings)

    assert [(group.field, group.cards) for group in groups] == [
        ("actuals_checked", (5,)),
        ("gross_expenditure", (5, 7)),
    ]
    assert all(group.is_import_remark for group in groups)


def test_cross_and_document_findings_stand_alone() -> None:
    findings = [
        found("own-share-differs-by-funder", Severity.NOTE, 5, 8),
        found("own-share-differs-by-funder", Severity.NOTE, 11),
        found("document-metadata-missing", Severity.NOTE),
    ]

    assert [group.cards for group in group_findings(findings)] == [(), (5, 8), (11,)]


def test_groups_are_gravest_first_and_kinds_stay_together() -> None:
    findings = [
        found("own-share-differs-by-funder", Severity.NOTE, 1),
        found("phase-missing", Severity.NOTE, 2),
        found("own-share-differs-by-funder", Severity.NOTE, 3),
        found("date-invalid", Severity.ERROR, 11),
    ]

    assert [group.rule for group in group_findings(findings)] == [
        "date-invalid",
        "own-share-differs-by-funder",
        "own-share-differs-by-funder",
        "phase-missing",
    ]


def test_count_counts_by_severity() -> None:
    findings = [found("date-invalid", Severity.ERROR, 1), found("phase-missing", Severity.NOTE, 1)]

    assert count(findings) == Counts(errors=1, warnings=0, notes=1)
    assert count(group_findings(findings)).total == 2
