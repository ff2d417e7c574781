from __future__ import annotations

import pytest

from tests.support.cards import card, cards_of


@pytest.mark.parametrize(
    ("income", "period", "expected"),
    [
        ("haettu 20 000 €", "2023 / toteutusvaihe", [(0,)]),
        ("20 000 € (anottu)", "2023 / suunnitteluvaihe", [(0,)]),
        ("ansökt 20 000 €", "2023 / toteutusvaihe", [(0,)]),
        ("haettu 20 000 €", "2023 / hakuvaihe", []),
        ("haettu 20 000 €", "2023", []),
        ("haettu ja myönnetty 20 000 €", "2023 / toteutusvaihe", []),
        ("20 000 €", "2023 / toteutusvaihe", []),
    ],
)
def test_amount_applied_not_granted(income: str, period: str, expected: list[tuple[int, ...]]) -> None:
    assert cards_of("amount-applied-not-granted", card(gross_income=income, period=period)) == expected
