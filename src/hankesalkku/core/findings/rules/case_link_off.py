"""A link whose id does not fit the case number (*linkin tunnus ei sovi numeroon*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.cases import linked_cases, usual_offset


def check(context: Context) -> Iterator[Finding]:
    """Report each card whose link id less running number differs from what enough cards of the same year share."""
    limits = context.thresholds
    for cases in linked_cases(context).values():
        usual = usual_offset(cases)
        if not usual.holds(limits.link_offset_cards_at_least, limits.link_offset_share_percent):
            continue
        for case in cases:
            if case.offset == usual.offset:
                continue
            expected = f"{case.link_id - usual.offset}{case.number.normal.removeprefix(str(case.run))}"
            yield found(
                RULE,
                (case.index,),
                FieldKey.OTHER_INFORMATION,
                evidence=f"{case.link_id}; {case.number.written}",
                places=row_places(context.cards[case.index], FieldKey.OTHER_INFORMATION),
                suggestions=(str(case.run + usual.offset), expected),
                threshold=limits.link_offset_cards_at_least,
                id=case.link_id,
                value=case.number.normal,
                offset=usual.offset,
                seen=case.offset,
                expected_id=case.run + usual.offset,
                expected_number=expected,
            )


RULE = Rule(
    code="case-link-off",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.OTHER_INFORMATION,),
    source="findings.md 4; D74; practice.md 5",
    check=check,
    is_import_remark=True,
)
