from __future__ import annotations

import pytest

from hankesalkku.core.card.document import Coverage
from hankesalkku.core.findings.run import catalogue
from tests.support.cards import findings


@pytest.mark.parametrize(
    ("coverage", "expected"), [(Coverage(100, 99), ["1"]), (Coverage(100, 100), []), (None, [])]
)
def test_coverage_loss(coverage: Coverage | None, expected: list[str]) -> None:
    assert [finding.evidence for finding in findings("coverage-loss", coverage=coverage)] == expected


def test_coverage_loss_cannot_be_waived() -> None:
    assert not catalogue()["coverage-loss"].can_be_waived
