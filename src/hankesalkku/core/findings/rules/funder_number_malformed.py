"""A case number with stray spaces, slashes or dashes (*poikkeavasti kirjoitettu numero*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.values.case_number import find_numbers
from hankesalkku.core.values.reading import Remark, RemarkCode

_FIELDS = (FieldKey.FUNDER_DECISION, FieldKey.OTHER_INFORMATION)


def check(context: Context) -> Iterator[Finding]:
    """Report the first such number of rows 6 and 12 of each card with its usual form."""
    for index, card in context.numbered:
        for key in _FIELDS:
            remark = next(_malformed(card, key), None)
            if remark is not None and remark.note is not None:
                yield found(
                    RULE,
                    (index,),
                    key,
                    evidence=remark.text,
                    places=row_places(card, key),
                    suggestions=(remark.note,),
                    value=remark.text,
                    suggestion=remark.note,
                )


def _malformed(card: Card, key: FieldKey) -> Iterator[Remark]:
    """Give what the grammar noticed on a row; row 12 is free text, whose numbers are looked for here."""
    row = card.row(key)
    if row is None:
        return
    remarks = list(row.remarks)
    if key is FieldKey.OTHER_INFORMATION:
        remarks += [remark for number in find_numbers(row.text, bare=False) for remark in number.remarks]
    yield from (remark for remark in remarks if remark.code is RemarkCode.NUMBER_MALFORMED)


RULE = Rule(
    code="funder-number-malformed",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 4; D60, D62; practice.md 5",
    check=check,
    is_import_remark=True,
)
