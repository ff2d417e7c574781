"""The case was opened after the project was decided or begun (*asia avattu päätöksen jälkeen*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import municipal_decisions
from hankesalkku.core.findings.signs.funding import funder_decisions
from hankesalkku.core.findings.signs.periods import periods
from hankesalkku.core.language.formats import format_years


def check(context: Context) -> Iterator[Finding]:
    """Report once all cards whose case is of a later year than their earliest start or decision."""
    years: dict[int, int] = {}
    for index, card in context.numbered:
        begun, opened = _first_year(card), card.case_number.year if card.case_number else None
        if begun is not None and opened is not None and opened > begun:
            years[index] = opened
    if years:
        yield found(
            RULE,
            tuple(years),
            FieldKey.OTHER_INFORMATION,
            evidence="; ".join(number.written for i in years if (number := context.cards[i].case_number)),
            places=tuple(
                place
                for index in years
                for place in row_places(context.cards[index], FieldKey.OTHER_INFORMATION)
            ),
            year=format_years(tuple(years.values())),
        )


def _first_year(card: Card) -> int | None:
    """Give the earliest year of the start and of the funder's and the municipality's decisions."""
    dates = [period.start for period in periods(card)]
    dates += [decision.date for decision in funder_decisions(card)]
    dates += [decision.date for decision in municipal_decisions(card)]
    return min((day.year for day in dates if day is not None), default=None)


RULE = Rule(
    code="case-year-after-decision",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.OTHER_INFORMATION,),
    source="findings.md 4",
    check=check,
)
