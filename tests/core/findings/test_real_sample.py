"""The rules of sums, labels, documents and privacy against what an auditor found in the real report."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.run import catalogue
from tests.support.real_sample import expected_firings, sample_document

RULES = """
amount-applied-not-granted amount-approximate amount-factor-thousand amount-missing amount-negative amount-one-year-only
amount-scaled amount-unit-missing amount-unreadable bank-account consortium-total-suspected coverage-loss
document-count-mismatch document-metadata-missing document-total-mismatch duplicate-card duplicate-case-number
duplicate-funder-number email-address hidden-content home-address income-exceeds-expenditure label-split-by-page-break
label-variant link-unsafe no-text-layer number-format-mixed-in-card own-share-differs-by-funder own-share-zero
part-balance-mismatch part-names-differ parts-sum-mismatch person-in-free-text personal-identity-code phone-number
responsible-missing role-in-unit row-empty row-extra row-missing row-repeated several-responsible share-percent-rounded
sum-mismatch sum-rounded text-cut-off text-grammar text-spelling thousands-with-dot unit-spacing unit-spelling-varies
unread-text
""".split()


def test_rules_find_what_the_auditor_found_and_nothing_else(sample: Path) -> None:
    context = Context(sample_document(sample))
    seen = Counter(
        (finding.rule, str(finding.severity), card)
        for code in RULES
        for finding in catalogue()[code].check(context)
        for card in finding.cards or (None,)
    )

    expected = Counter(
        (rule, severity, card)
        for rule, severity, cards in expected_firings(sample)
        for card in cards or (None,)
        if rule in RULES
    )

    assert seen == expected
