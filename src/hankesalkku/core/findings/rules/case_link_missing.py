"""A case number without a link while other cards have one (*asialla ei ole linkkiä*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.cases import case_link, link_with_id, linked_cases, usual_offset
from hankesalkku.core.values.case_number import CaseNumber


def check(context: Context) -> Iterator[Finding]:
    """Report each such card; where the others' links follow from their numbers, this one's is suggested."""
    links = {index: link for index, _ in context.numbered if (link := case_link(context, index)) is not None}
    for index, card in context.numbered:
        if card.case_number is None or index in links or not links:
            continue
        yield found(
            RULE,
            (index,),
            FieldKey.OTHER_INFORMATION,
            evidence=card.case_number.written,
            places=row_places(card, FieldKey.OTHER_INFORMATION),
            suggestions=_suggestions(context, links, card.case_number),
            value=card.case_number.normal,
        )


def _suggestions(context: Context, links: dict[int, str], number: CaseNumber) -> tuple[str, ...]:
    """Build the link from another card's, if enough cards share the offset between id and running number."""
    cases = linked_cases(context).get(number.year, [])
    if not cases or number.run is None:
        return ()
    usual, limits = usual_offset(cases), context.thresholds
    if not usual.holds(limits.link_offset_cards_at_least, limits.link_offset_share_percent):
        return ()
    return (link_with_id(links[cases[0].index], number.run + usual.offset),)


RULE = Rule(
    code="case-link-missing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.OTHER_INFORMATION,),
    source="findings.md 4; D73, D74",
    check=check,
)
