"""The three sums of a card (rows 9–11) under the rules: what balances, what is missing, what was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.fields import MONEY_KEYS, FieldKey
from hankesalkku.core.findings.context import Context
from hankesalkku.core.language.formats import format_cents
from hankesalkku.core.reference.amount_words import ONE_FUNDER_WORDS, OWN_PART_WORDS, WHOLE_PROJECT_WORDS
from hankesalkku.core.values.money import Amount, find_amounts, read_money
from hankesalkku.core.values.reading import Remark, RemarkCode

_ONE_FUNDER = frozenset(ONE_FUNDER_WORDS)


@dataclass(frozen=True, slots=True)
class Sums:
    """Income, expenditure and the municipality's share of a card, in cents."""

    income: int
    expenditure: int
    share: int

    @property
    def gap(self) -> int:
        """Give the cents by which income and share miss expenditure; 0 is a match."""
        return self.expenditure - self.income - self.share


def sums(card: Card) -> Sums | None:
    """Give the three sums of a card, None where one is missing or unread: it never counts as 0."""
    amounts = [money.total_cents for key in MONEY_KEYS if (money := card.money(key)) is not None]
    return Sums(*amounts) if len(amounts) == len(MONEY_KEYS) else None


def total(card: Card, key: FieldKey) -> int | None:
    """Give one of the three sums in cents, None where it is missing or unread."""
    money = card.money(key)
    return None if money is None else money.total_cents


def money_rows(card: Card) -> Iterator[tuple[FieldKey, Row]]:
    """Give the rows of the three sums that the card has."""
    for key in MONEY_KEYS:
        row = card.row(key)
        if row is not None:
            yield key, row


def has_digits(text: str) -> bool:
    """Tell whether a row holds anything that could be an amount."""
    return any(char.isdigit() for char in text)


def is_absent_elsewhere(context: Context, key: FieldKey) -> bool:
    """Tell whether no card of the document has the row, so that `row-missing` has nothing to compare with."""
    return all(card.row(key) is None for card in context.cards)


def written_amounts(text: str) -> tuple[str, ...]:
    """Give the amounts with a unit as they stand in a text.

    >>> written_amounts("koko hanke 120 000 €, kaupungin osuus 30 000 euroa")
    ('120 000 €', '30 000 euroa')
    """
    return tuple(text[amount.start : amount.end] for amount in find_amounts(text))


def names_two_totals(row: Row) -> bool:
    """Tell whether a row gives the sum of the whole project and of the municipality's part side by side."""
    text = row.text.casefold()
    both = any(word in text for word in WHOLE_PROJECT_WORDS) and any(word in text for word in OWN_PART_WORDS)
    return both and len(written_amounts(row.text)) >= 2


def is_exact(row: Row) -> bool:
    """Tell whether a row states its sum to the euro: neither about nor at most nor in millions."""
    loose = (RemarkCode.AMOUNT_APPROXIMATE, RemarkCode.AMOUNT_IS_MAXIMUM, RemarkCode.AMOUNT_SCALED)
    return not any(row.has(code) for code in loose)


def has_doubtful_label(row: Row) -> bool:
    """Tell whether the row's label may name another quantity (≈ in D93)."""
    return row.has(RemarkCode.LABEL_APPROXIMATE) or row.has(RemarkCode.LABEL_DOUBTFUL)


def noted_amount(remark: Remark) -> Amount | None:
    """Give the amount that a grammar noted beside a remark (`4200.00`), None where it noted none.

    >>> noted_amount(Remark(RemarkCode.THOUSANDS_WITH_DOT, "4.200 €", note="4200.00"))
    Amount(cents=420000)
    """
    if remark.note is None or "." not in remark.note:
        return None
    euros, cents = remark.note.split(".")
    return Amount(int(euros + cents.ljust(2, "0")))


def further_funding(card: Card) -> frozenset[int]:
    """Give what other rows of the card state as sums in cents, one by one and all together."""
    stated = [
        money.total_cents for row in card.rows if row.is_extra and (money := read_money(row.text).value)
    ]
    return frozenset({*stated, sum(stated)}) if stated else frozenset()


def sums_but_one(card: Card, key: FieldKey) -> tuple[str, ...]:
    """Give what one of the three sums would have to be for the card to balance, if the other two are known.

    A sum below zero balances nothing that a project could have, so it is not given.
    """
    income, expenditure, share = (total(card, each) for each in MONEY_KEYS)
    balancing: int | None = None
    if key is FieldKey.GROSS_INCOME and expenditure is not None and share is not None:
        balancing = expenditure - share
    if key is FieldKey.GROSS_EXPENDITURE and income is not None and share is not None:
        balancing = income + share
    if key is FieldKey.MUNICIPAL_SHARE and income is not None and expenditure is not None:
        balancing = expenditure - income
    return () if balancing is None or balancing < 0 else (format_cents(balancing),)


def is_one_funders_part(row: Row | None) -> bool:
    """Tell whether the income row says that its sum is one funder's part: *OKM:n osuus*, *vain ELY*."""
    if row is None:
        return False
    text = row.text.casefold()
    is_own_part = any(word in text for word in OWN_PART_WORDS)
    return not is_own_part and not _ONE_FUNDER.isdisjoint(re.findall(r"\w+", text))
