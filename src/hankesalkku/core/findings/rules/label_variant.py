"""A row's label differs from the other cards' (*otsikko poikkeaa*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.fields import BY_KEY, FIELDS
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.labels import label_form, labelled_rows, usual_label


def check(context: Context) -> Iterator[Finding]:
    """Report each label in another form than the canonical one, or than the most frequent where no card has that.

    Case, white space and hyphenation do not count, and cards that all say the same are in order.
    """
    for key, rows in labelled_rows(context):
        if len({row.form for row in rows}) < 2:
            continue
        usual = usual_label(BY_KEY[key], rows, context.document.language)
        for row in rows:
            if row.form != label_form(usual):
                yield found(
                    RULE,
                    (row.index,),
                    key,
                    evidence=row.label,
                    places=row.row.label_places,
                    value=row.label,
                    usual=usual,
                )


RULE = Rule(
    code="label-variant",
    severity=Severity.NOTE,
    scope=Scope.CARD,
    fields=tuple(field.key for field in FIELDS),
    source="findings.md 6; D92",
    check=check,
    is_import_remark=True,
)
