"""Rows with the remarks that grammars and recognisers made on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context
from hankesalkku.core.values.reading import Remark, RemarkCode


@dataclass(frozen=True, slots=True)
class Remarked:
    """A remark with the row and the card it was made on; `index` counts cards from 0."""

    index: int
    card: Card
    key: FieldKey
    row: Row
    remark: Remark


def remarked(context: Context, keys: tuple[FieldKey, ...], *codes: RemarkCode) -> Iterator[Remarked]:
    """Give the remarks of some codes on some rows, in the order of cards, rows and text."""
    for index, card in context.numbered:
        for key in keys:
            row = card.row(key)
            if row is None:
                continue
            for remark in row.remarks:
                if remark.code in codes:
                    yield Remarked(index, card, key, row, remark)


def first_remarked(context: Context, keys: tuple[FieldKey, ...], *codes: RemarkCode) -> Iterator[Remarked]:
    """Give the first such remark of each row: a row is answered once, however often it was noticed."""
    seen: set[tuple[int, FieldKey]] = set()
    for hit in remarked(context, keys, *codes):
        if (hit.index, hit.key) not in seen:
            seen.add((hit.index, hit.key))
            yield hit
