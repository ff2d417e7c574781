"""The name holds a year that the period has not (*nimen vuosi ei osu toteutusaikaan*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import period_years, written
from hankesalkku.core.language.formats import format_years

_YEARS = re.compile(
    r"(?<![\w./-])(?P<first>(?:199|20[0-9])[0-9])(?:\s?[-\u2013\u2014/]\s?(?P<last>20[0-9]{2}|[0-9]{2}))?"
    r"(?![\w]|[./-][0-9])"
)
_OF_A_PROGRAMME = re.compile(
    r"(?:\w*(?:ohjelma|strategia|strategi|program|strategy)\w*(?:\s+(?:period|kausi|kauden))?|covid-)\s*\(?\s*\Z",
    re.IGNORECASE,
)

_LOOK_BACK = 60


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose name has a year outside the period; with an unknown end only years before the start.

    Years after *ohjelma*, *strategia* or *COVID-* and ranges longer than the threshold belong to something else. A
    year that the description repeats is quoted from there too.
    """
    for index, card in context.numbered:
        if card.period is None or card.name is None:
            continue
        outside = tuple(
            year
            for year in _years(card.name, context.thresholds.name_years_range_at_most)
            if _is_outside(year, card)
        )
        if not outside:
            continue
        quotes = [_quote(text, outside) for text in (card.name, card.description or "")]
        keys = (FieldKey.NAME, *((FieldKey.DESCRIPTION,) if quotes[1] else ()), FieldKey.PERIOD)
        yield found(
            RULE,
            (index,),
            FieldKey.NAME,
            evidence="; ".join([*filter(None, quotes), written(card.period)]),
            places=row_places(card, *keys),
            years=format_years(outside),
            period=card.period,
        )


def _years(name: str, range_at_most: int) -> Iterator[int]:
    for match in _YEARS.finditer(name):
        first = int(match["first"])
        last = int(match["last"] or first)
        last = first // 100 * 100 + last if last < 100 else last
        before = name[max(0, match.start() - _LOOK_BACK) : match.start()]
        if _OF_A_PROGRAMME.search(before) or last - first + 1 > range_at_most:
            continue
        yield from range(first, last + 1) if last >= first else (first,)


def _is_outside(year: int, card: Card) -> bool:
    years = period_years(card)
    if years is not None:
        return not min(years) <= year <= max(years)
    start = card.period.start if card.period and card.period.end is None else None
    return start is not None and year < start.year


def _quote(text: str, years: tuple[int, ...]) -> str:
    """Quote the words before the first of the years in a text, empty where it has none of them."""
    for match in re.finditer(r"(?<!\w)(?:\w[\w-]{0,40}\s){0,3}(?P<year>[0-9]{4})(?!\w)", text):
        if int(match["year"]) in years:
            return match.group()
    return ""


RULE = Rule(
    code="name-year-outside-period",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.NAME, FieldKey.PERIOD),
    source="findings.md 1",
    check=check,
)
