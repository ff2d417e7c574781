"""Reads the sums that a report's heading states of all its cards (*yhteissummat*).

`14 hanketta: bruttotulot 1 000 €, bruttomenot 1 500 €, kaupungin osuus 500 €`. A wording whose quantity may differ is
not believed here.
"""

from __future__ import annotations

import re
from functools import cache

from hankesalkku.core.card.fields import BY_KEY, MONEY_KEYS, FieldKey
from hankesalkku.core.values.money import read_money

_SUM = (
    r"\s*(?:yhteensä|totalt|sammanlagt|in total|total)?\s*:?\s*"
    r"(?P<sum>[-−–]?\d[\d .\u00a0\u202f]*(?:,\d\d)?\s*(?:€|euroa|euro|eur))"
)


def stated_totals(text: str) -> dict[FieldKey, int]:
    """Give the sums in cents that a text names by the label of a row; a row named twice is not believed.

    >>> {key.value: cents for key, cents in stated_totals("Bruttotulot yhteensä 1 200 €, menot 1 500 €.").items()}
    {'gross_income': 120000, 'gross_expenditure': 150000}
    """
    found: dict[FieldKey, int] = {}
    for key in MONEY_KEYS:
        sums = [read_money(match["sum"]).value for match in _pattern(key).finditer(text)]
        if len(sums) == 1 and sums[0] is not None:
            found[key] = sums[0].total_cents
    return found


@cache
def _pattern(key: FieldKey) -> re.Pattern[str]:
    """Match a label of a row, the longest first, and the sum behind it."""
    field = BY_KEY[key.value]
    names = {*field.labels.values(), *(s.text for s in field.synonyms if not s.is_approximate)}
    labels = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{labels}){_SUM}", re.IGNORECASE)
