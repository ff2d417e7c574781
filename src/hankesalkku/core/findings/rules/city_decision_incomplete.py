"""The municipality's decision lacks its section or its date (*päätöksestä puuttuu pykälä tai päivä*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity, Word
from hankesalkku.core.findings.signs.decisions import municipal_decisions
from hankesalkku.core.findings.signs.rows import has_invalid_date, text_of
from hankesalkku.core.values.decision import MunicipalDecision


def check(context: Context) -> Iterator[Finding]:
    """Report the first decision of each card that names its body and lacks section, number or date.

    A date that no calendar has is left to `date-invalid`.
    """
    for index, card in context.numbered:
        for decision in municipal_decisions(card):
            missing = tuple(_missing(card, decision))
            if decision.body and missing:
                yield found(
                    RULE,
                    (index,),
                    FieldKey.MUNICIPAL_DECISION,
                    evidence=text_of(card, FieldKey.MUNICIPAL_DECISION) or decision.body,
                    places=row_places(card, FieldKey.MUNICIPAL_DECISION),
                    missing=missing,
                    value=decision.body,
                )
                break


def _missing(card: Card, decision: MunicipalDecision) -> Iterator[Word]:
    if decision.section is None:
        yield Word("decision-number" if decision.by_office_holder else "decision-section")
    if decision.date is None and not has_invalid_date(card, FieldKey.MUNICIPAL_DECISION):
        yield Word("decision-date")


RULE = Rule(
    code="city-decision-incomplete",
    severity=Severity.WARNING,
    scope=Scope.CARD,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3; D70, D72",
    check=check,
)
