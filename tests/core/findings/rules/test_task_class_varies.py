from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of, findings


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["90/02.05.01.03/2023", "91/00.01.05/2023"], [(0, 1)]),
        (["90/02.05.01.03/2023", "katso", "91/00.01.05/2023"], [(0, 2)]),
        (["90/02.05.01.03/2023", "91/02.05.01.03/2023"], []),
        (["90/02.05.01.03/2023"], []),
        (["90/02.05.01.03/2023", "MliDno-2023-12"], []),
    ],
)
def test_task_class_varies(numbers: list[str], expected: list[tuple[int, ...]]) -> None:
    assert cards_of("task-class-varies", *(card(other_information=text) for text in numbers)) == expected


def test_task_class_varies_counts_classes_and_quotes_them_by_funder() -> None:
    rows = [("OPH", "90/02.05.01/2023"), ("OPH", "91/00.01.05/2023"), ("OKM", "92/02.05.01/2023")]

    (finding,) = findings(
        "task-class-varies", *(card(funder_decision=name, other_information=text) for name, text in rows)
    )

    assert dict(finding.params)["counts"] == "02.05.01 ×2, 00.01.05 ×1"
    assert finding.evidence == (
        "02.05.01 ×2, 00.01.05 ×1; Opetus- ja kulttuuriministeriö: 02.05.01 ×1; "
        "Opetushallitus: 00.01.05 ×1, 02.05.01 ×1"
    )
