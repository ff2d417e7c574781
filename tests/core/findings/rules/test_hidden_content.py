from __future__ import annotations

import pytest

from hankesalkku.core.card.document import HiddenContent
from hankesalkku.core.findings.finding import Severity, Word
from hankesalkku.core.findings.run import catalogue
from tests.support.cards import findings


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], []),
        (["comment"], [Severity.NOTE]),
        (["insertion", "comment"], [Severity.NOTE]),
        (["comment", "deletion"], [Severity.WARNING]),
        (["hidden_row"], [Severity.WARNING]),
        (["something new"], [Severity.WARNING]),
    ],
)
def test_hidden_content(kinds: list[str], expected: list[Severity]) -> None:
    found = findings("hidden-content", hidden=tuple(HiddenContent(kind) for kind in kinds))

    assert [finding.severity for finding in found] == expected


def test_hidden_content_names_each_kind_once_and_counts_as_evidence() -> None:
    hidden = (HiddenContent("comment", 2, "luonnos"), HiddenContent("hidden_sheet"), HiddenContent("comment"))

    [finding] = findings("hidden-content", hidden=hidden)

    assert dict(finding.params) == {"where": (Word("hidden-comment"), Word("hidden-hidden-sheet"))}
    assert finding.evidence == "comment: 3, hidden_sheet: 1"
    assert catalogue()["hidden-content"].stops_publication
