"""Now the funder decides first, now the municipality (*päätösten järjestys vaihtelee*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.periods import written

_FIELDS = (FieldKey.FUNDER_DECISION, FieldKey.MUNICIPAL_DECISION)


def check(context: Context) -> Iterator[Finding]:
    """Report the smaller group of cards whose two dates stand the other way; at a tie where the funder came first."""
    order = {index: _funder_is_first(card) for index, card in context.numbered}
    funder_first = tuple(index for index, first in order.items() if first is True)
    city_first = tuple(index for index, first in order.items() if first is False)
    if not funder_first or not city_first:
        return
    cards = city_first if len(city_first) < len(funder_first) else funder_first
    yield found(
        RULE,
        cards,
        FieldKey.FUNDER_DECISION,
        evidence=" | ".join(_dates(context.cards[index]) for index in cards),
        places=tuple(place for index in cards for place in row_places(context.cards[index], *_FIELDS)),
    )


def _funder_is_first(card: Card) -> bool | None:
    """Tell whose decision is earlier, None where a date is unknown or the two may be of one day."""
    funder = card.funder_decision.date if card.funder_decision else None
    city = card.municipal_decision.date if card.municipal_decision else None
    if funder is None or city is None:
        return None
    if funder.last_day < city.first_day:
        return True
    return False if city.last_day < funder.first_day else None


def _dates(card: Card) -> str:
    made = (card.funder_decision, card.municipal_decision)
    return written(*(decision.date for decision in made if decision and decision.date))


RULE = Rule(
    code="decision-order-varies",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=_FIELDS,
    source="findings.md 3",
    check=check,
)
