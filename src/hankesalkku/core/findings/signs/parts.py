"""Named parts of the three sums (`305 360 € (esiopetus: 64 000 €, …)`)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.signs.sums import Sums, money_rows
from hankesalkku.core.values.money import Money
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.core.values.text import fold


def divided_rows(card: Card) -> Iterator[tuple[FieldKey, Row, Money]]:
    """Give the rows whose parts divide the sum; a selection (*josta*, *mm.*) does not."""
    for key, row in money_rows(card):
        money = card.money(key)
        if money is not None and money.parts and not row.has(RemarkCode.PARTS_ARE_SELECTION):
            yield key, row, money


def common_parts(card: Card) -> list[tuple[str, Sums]]:
    """Give the parts that all three rows name, in the order of the first, with their three sums."""
    moneys = [money for key in MONEY_KEYS if (money := card.money(key)) is not None]
    if len(moneys) < len(MONEY_KEYS):
        return []
    by_name = [{fold(part.name): part.cents for part in money.parts} for money in moneys]
    return [
        (part.name, Sums(*(cents[name] for cents in by_name)))
        for part in moneys[0].parts
        if all((name := fold(part.name)) in cents for cents in by_name)
    ]
