"""A year of two digits (*vuosi kahdella numerolla*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.remarks import first_remarked
from hankesalkku.core.values.dates import PartialDate
from hankesalkku.core.values.reading import RemarkCode

_FIELDS = (FieldKey.PERIOD, FieldKey.FUNDER_DECISION, FieldKey.MUNICIPAL_DECISION)


def check(context: Context) -> Iterator[Finding]:
    """Report the first such date of each row and how it was read."""
    for hit in first_remarked(context, _FIELDS, RemarkCode.DATE_TWO_DIGIT_YEAR):
        if hit.remark.note is not None:
            yield found(
                RULE,
                (hit.index,),
                hit.key,
                evidence=hit.remark.text,
                places=hit.row.places,
                value=hit.remark.text,
                date=PartialDate.from_iso(hit.remark.note),
            )


RULE = Rule(
    code="date-two-digit-year",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 1; practice.md 5",
    check=check,
    is_import_remark=True,
)
