"""The start of a period takes its year from the end (*alkuvuosi päätelty*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.remarks import first_remarked
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.reading import RemarkCode


def check(context: Context) -> Iterator[Finding]:
    """Report each row 5 whose start was written as day and month only."""
    for hit in first_remarked(context, (FieldKey.PERIOD,), RemarkCode.START_YEAR_IMPLICIT):
        if hit.remark.note is not None:
            yield found(
                RULE,
                (hit.index,),
                hit.key,
                evidence=hit.row.text,
                places=hit.row.places,
                start=PartialDate.from_iso(hit.remark.note),
            )


RULE = Rule(
    code="start-year-implicit",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.PERIOD,),
    source="findings.md 1; D81; practice.md 5",
    check=check,
    is_import_remark=True,
)
