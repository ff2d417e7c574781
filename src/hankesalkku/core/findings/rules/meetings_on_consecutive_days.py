"""A body met on two days in a row (*kokoukset peräkkäisinä päivinä*)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.decisions import (
    by_body_and_year,
    by_day,
    card_indices,
    decision_places,
    meetings,
    quoted,
)


def check(context: Context) -> Iterator[Finding]:
    """Report each two days that follow each other; a council's budget meeting may take two days."""
    for made in by_body_and_year(meetings(context)).values():
        for (one, here), (two, there) in pairwise(by_day(made)):
            if (two - one).days == 1 and not here[0].is_council:
                cards = card_indices((*here, *there))
                yield found(
                    RULE,
                    cards,
                    FieldKey.MUNICIPAL_DECISION,
                    evidence=f"{here[0].body}: {quoted((*here, *there))}",
                    places=decision_places(context, cards),
                    body=here[0].body,
                    dates=(one, two),
                )


RULE = Rule(
    code="meetings-on-consecutive-days",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.MUNICIPAL_DECISION,),
    source="findings.md 3; practice.md 5",
    check=check,
    is_import_remark=True,
)
