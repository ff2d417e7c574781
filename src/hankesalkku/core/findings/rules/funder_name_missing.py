"""The funder is known from the number only (*rahoittaja päätelty numerosta*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.funding import funder_decisions
from hankesalkku.core.reference.funders import funders_of_number

_SHORT_NAME_APART = re.compile(r"[^\W\d]+\s")


def check(context: Context) -> Iterator[Finding]:
    """Report the first decision of each card that names nobody and whose number fits one funder.

    Silent where the short name stands apart from the number: `OPH /1/3615/2022`.
    """
    for index, card in context.numbered:
        for decision in funder_decisions(card):
            number = decision.case_number
            if decision.funder_written or number is None or _SHORT_NAME_APART.match(number.written):
                continue
            funders = funders_of_number(number)
            if len(funders) == 1:
                yield found(
                    RULE,
                    (index,),
                    FieldKey.FUNDER_DECISION,
                    evidence=number.written,
                    places=row_places(card, FieldKey.FUNDER_DECISION),
                    suggestions=(funders[0].name,),
                    value=number.written,
                    funder=funders[0].name,
                )
                break


RULE = Rule(
    code="funder-name-missing",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4; practice.md 5",
    check=check,
    is_import_remark=True,
)
