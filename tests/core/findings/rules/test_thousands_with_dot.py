from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of, codes, findings


@pytest.mark.parametrize(
    ("income", "expenditure", "expected"),
    [
        ("4.200 €", "6.000 €", [(0,)]),
        ("4.200 €", "900 €", [(0,)]),
        ("4.200 €", "6 000 €", []),
        ("4 200 €", "6 000 €", []),
        ("900 €", "", []),
    ],
)
def test_thousands_with_dot(income: str, expenditure: str, expected: list[tuple[int, ...]]) -> None:
    assert (
        cards_of("thousands-with-dot", card(gross_income=income, gross_expenditure=expenditure)) == expected
    )


def test_thousands_with_dot_is_said_once_with_all_values() -> None:
    [finding] = findings("thousands-with-dot", card(gross_income="4.200 €", gross_expenditure="6.000 €"))

    assert dict(finding.params)["value"] == ("4.200 €", "6.000 €")


def test_thousands_with_dot_is_left_to_the_mixed_format() -> None:
    assert "thousands-with-dot" not in codes(card(gross_income="8 000 €", gross_expenditure="8.889 €"))
