"""The municipality's share of expenditure in per cent."""

from __future__ import annotations

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.signs.sums import total


def share_and_expenditure(card: Card) -> tuple[int, int] | None:
    """Give share and expenditure in cents where both are known, the share is not negative and there is spending."""
    share, expenditure = total(card, FieldKey.MUNICIPAL_SHARE), total(card, FieldKey.GROSS_EXPENDITURE)
    if share is None or expenditure is None or share < 0 or expenditure <= 0:
        return None
    return share, expenditure


def whole_percent(share: int, expenditure: int) -> int:
    """Round share ÷ expenditure to a whole per cent, half up (findings.md 0.10).

    >>> whole_percent(736_800, 14_736_800)
    5
    """
    return (200 * share + expenditure) // (2 * expenditure)


def ten_thousandths(share: int, expenditure: int) -> int:
    """Give share ÷ expenditure in ten-thousandths of a per cent, rounded half up.

    >>> ten_thousandths(736_800, 14_736_800)
    49997
    """
    return (2 * share * 1_000_000 + expenditure) // (2 * expenditure)
