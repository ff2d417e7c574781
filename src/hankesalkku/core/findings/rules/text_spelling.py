"""An accent for an apostrophe, a compound written apart (*kirjoitusasu*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found, row_places
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.spelling import accents_as_apostrophes, split_compounds

_FIELDS = (FieldKey.NAME, FieldKey.DESCRIPTION, FieldKey.STATUS)


def check(context: Context) -> Iterator[Finding]:
    """Report a text once with all such spots; compounds only in Finnish documents."""
    is_finnish = context.document.language == "fi"
    for index, card in context.numbered:
        for key in _FIELDS:
            row = card.row(key)
            if row is None:
                continue
            spots = [*accents_as_apostrophes(row.text), *(split_compounds(row.text) if is_finnish else ())]
            if spots:
                written = tuple(spot.written for spot in spots)
                better = tuple(spot.suggestion for spot in spots)
                yield found(
                    RULE,
                    (index,),
                    key,
                    evidence=" · ".join(written),
                    places=row_places(card, key),
                    suggestions=better,
                    value=written,
                    suggestion=better,
                )


RULE = Rule(
    code="text-spelling",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 6",
    check=check,
    is_import_remark=True,
)
