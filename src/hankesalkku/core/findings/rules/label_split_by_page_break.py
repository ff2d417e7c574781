"""A label was cut by a page break and joined (*otsikko katkesi sivunvaihtoon*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FIELDS
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.remarks import first_remarked
from hankesalkku.core.values.reading import RemarkCode

_FIELDS = tuple(field.key for field in FIELDS)


def check(context: Context) -> Iterator[Finding]:
    """Report each row whose label the recogniser joined over a page break."""
    for hit in first_remarked(context, _FIELDS, RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK):
        evidence = hit.row.label or hit.remark.text
        yield found(RULE, (hit.index,), hit.key, evidence=evidence, places=hit.row.label_places)


RULE = Rule(
    code="label-split-by-page-break",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 6; D91",
    check=check,
    is_import_remark=True,
)
