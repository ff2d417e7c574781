"""A row has a label and no value (*rivi on tyhjä*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.card import Row
from hankesalkku.core.card.fields import BY_KEY, FIELDS, FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Label, Param, Scope, Severity

_HAVE_A_RULE = frozenset(
    {
        FieldKey.RESPONSIBLE_PERSONS,
        FieldKey.PERIOD,
        FieldKey.FUNDER_DECISION,
        FieldKey.MUNICIPAL_DECISION,
        FieldKey.GROSS_INCOME,
        FieldKey.GROSS_EXPENDITURE,
        FieldKey.MUNICIPAL_SHARE,
        FieldKey.OTHER_INFORMATION,
        FieldKey.STATUS,
        FieldKey.ACTUALS_CHECKED,
    }
)
"""Rows whose missing value has a rule of its own: `responsible-missing`, `period-missing` and so on."""


def check(context: Context) -> Iterator[Finding]:
    """Report each empty row, extra ones too; a dash is a value, and rows with a rule of their own are left to it."""
    for index, card in context.numbered:
        for row in card.rows:
            if row.label and not row.text.strip() and row.key not in _HAVE_A_RULE:
                yield found(
                    RULE, (index,), row.key, evidence=row.label, places=row.label_places, label=_label(row)
                )


def _label(row: Row) -> Param:
    return Label(row.key) if row.key in BY_KEY else row.label or row.key


RULE = Rule(
    code="row-empty",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=tuple(field.key for field in FIELDS if field.key not in _HAVE_A_RULE),
    source="findings.md 7",
    check=check,
)
