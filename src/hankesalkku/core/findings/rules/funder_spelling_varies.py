"""One funder is written in several ways (*sama rahoittaja eri tavoin kirjoitettuna*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.values.text import fold


def check(context: Context) -> Iterator[Finding]:
    """Report each funder with two or more forms: its name as written, else the letters of its number."""
    forms: dict[str, dict[int, str]] = defaultdict(dict)
    for index, card in context.numbered:
        form = _form(card)
        if card.funder and form:
            forms[fold(card.funder)][index] = form
    for written in forms.values():
        kinds = {fold(form): form for form in reversed(written.values())}
        if len(kinds) > 1:
            names = tuple(sorted(kinds.values(), key=list(written.values()).index))
            yield found(
                RULE,
                tuple(written),
                FieldKey.FUNDER_DECISION,
                evidence=" / ".join(names),
                places=tuple(
                    place
                    for index in written
                    for place in row_places(context.cards[index], FieldKey.FUNDER_DECISION)
                ),
                forms=names,
            )


def _form(card: Card) -> str | None:
    decision = card.funder_decision
    if decision is None:
        return None
    return decision.funder_written or (decision.case_number.prefix if decision.case_number else None)


RULE = Rule(
    code="funder-spelling-varies",
    severity=Severity.NOTE,
    scope=Scope.CROSS,
    fields=(FieldKey.FUNDER_DECISION,),
    source="findings.md 4; practice.md 5",
    check=check,
    is_import_remark=True,
)
