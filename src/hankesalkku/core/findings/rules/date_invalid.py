"""A date that no calendar has (*päivämäärää ei ole*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import AnyOf, Finding, Scope, Severity
from hankesalkku.core.findings.signs.remarks import first_remarked
from hankesalkku.core.language.formats import format_date
from hankesalkku.core.values.dates import PartialDate, candidates
from hankesalkku.core.values.reading import RemarkCode

_FIELDS = (FieldKey.PERIOD, FieldKey.FUNDER_DECISION, FieldKey.MUNICIPAL_DECISION)


def check(context: Context) -> Iterator[Finding]:
    """Report each date row with a token that has the form of a day and is none; its value stays unknown.

    Rules that need this date stay silent by themselves. The end of the last budget year is offered first,
    then the last day of the month that was written.
    """
    for hit in first_remarked(context, _FIELDS, RemarkCode.DATE_INVALID):
        options = _options(hit.card, hit.key, hit.remark.text)
        yield found(
            RULE,
            (hit.index,),
            hit.key,
            evidence=hit.row.text,
            places=hit.row.places,
            suggestions=tuple(format_date(option) for option in options),
            variant=None if options else "plain",
            value=hit.remark.text,
            candidates=AnyOf(options),
        )


def _options(card: Card, key: FieldKey, token: str) -> tuple[PartialDate, ...]:
    is_end = key is FieldKey.PERIOD and bool(card.budget_years)
    year_end = date(max(card.budget_years), 12, 31) if is_end else None
    return tuple(
        sorted(
            candidates(token),
            key=lambda option: (option.exact != year_end, not _ends_its_month(option, token)),
        )
    )


def _ends_its_month(option: PartialDate, token: str) -> bool:
    """Tell whether a day is the last of the very month that was written: `30.6.` for `31.6.`."""
    return option.exact == PartialDate(option.year, option.month).last_day and token.split(".")[
        1
    ].strip().lstrip("0") == str(option.month)


RULE = Rule(
    code="date-invalid",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=_FIELDS,
    source="findings.md 1; D81",
    check=check,
)
