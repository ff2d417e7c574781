"""A sum covers one year of a longer project (*vain yhden vuoden summa*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.card import Row
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.sums import money_rows, written_amounts
from hankesalkku.core.reference.amount_words import IN_YEAR_WORDS, PER_YEAR_WORDS

_IN_YEAR = re.compile(rf"\b(?:{'|'.join(map(re.escape, IN_YEAR_WORDS))})\s?((?:19|20)\d\d)(?![\d–-])", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Report each sum beside one year, or *per year*, where the period has several years; parts by year are none."""
    for index, card in context.numbered:
        years = card.period.years if card.period else None
        if years is None or len(years) < 2:
            continue
        for key, row in money_rows(card):
            money = card.money(key)
            year = _year(row)
            if money is None or money.parts or year is None:
                continue
            yield found(
                RULE,
                (index,),
                key,
                evidence=row.text,
                places=row_places(card, key),
                variant=None if year else "per-year",
                value=next(iter(written_amounts(row.text)), row.text),
                year=year,
            )


def _year(row: Row) -> str | None:
    """Give the one year a row names, "" where it is of any year, None where it covers the whole period."""
    years = {match[1] for match in _IN_YEAR.finditer(row.text)}
    if len(years) == 1:
        return years.pop()
    text = row.text.casefold()
    return "" if not years and any(word in text for word in PER_YEAR_WORDS) else None


RULE = Rule(
    code="amount-one-year-only",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=MONEY_KEYS,
    source="findings.md 5",
    check=check,
)
