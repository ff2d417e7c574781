from __future__ import annotations

import pytest

from hankesalkku.core.findings.finding import Severity
from tests.support.cards import card, findings


@pytest.mark.parametrize(
    "rows",
    [
        {"status": "Menot 101 %"},
        {"status": "Menot -3 %"},
    ],
)
def test_progress_out_of_range_fires(rows: dict[str, str]) -> None:
    assert [finding.cards for finding in findings("progress-out-of-range", card(rows))] == [(0,)]


@pytest.mark.parametrize(
    "rows",
    [
        {"status": "Menot 100 %"},
        {"status": "Menot 0 %"},
        {"status": "rahoitusosuus 120 %"},
    ],
)
def test_progress_out_of_range_stays_silent(rows: dict[str, str]) -> None:
    assert findings("progress-out-of-range", card(rows)) == []


@pytest.mark.parametrize(
    ("status", "severity", "variant"),
    [("Menot 101 %", Severity.NOTE, "above"), ("Menot -3 %", Severity.WARNING, None)],
)
def test_progress_out_of_range_is_grave_below_zero_only(
    status: str, severity: Severity, variant: str | None
) -> None:
    (finding,) = findings("progress-out-of-range", card(status=status))

    assert (finding.severity, finding.variant) == (severity, variant)
