"""The document lacks its date, author or totals (*asiakirjan tiedot puuttuvat*)."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.card.fields import MONEY_KEYS
from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import DOCUMENT_FIELD, Finding, Scope, Severity, Word
from hankesalkku.core.findings.signs.totals import computed_totals
from hankesalkku.core.values.money import Amount


def check(context: Context) -> Iterator[Finding]:
    """Report a document of cards once: what it does not say of itself, and the totals computed instead."""
    missing = tuple(_missing(context.document))
    if not missing or not context.cards:
        return
    totals = computed_totals(context.cards)
    is_complete = all(totals[key].unread == () for key in MONEY_KEYS)
    income, expenditure, share = (Amount(totals[key].cents) for key in MONEY_KEYS)
    yield found(
        RULE,
        (),
        DOCUMENT_FIELD,
        evidence=", ".join(word.key for word in missing),
        variant=None if is_complete else "at-least",
        missing=missing,
        income=income,
        expenditure=expenditure,
        share=share,
    )


def _missing(document: CardDocument) -> Iterator[Word]:
    if document.date is None:
        yield Word("document-date")
    if not document.author:
        yield Word("document-author")
    printed = document.totals
    if (printed.gross_income_cents, printed.gross_expenditure_cents, printed.municipal_share_cents) == (
        None,
    ) * 3:
        yield Word("document-totals")


RULE = Rule(
    code="document-metadata-missing",
    severity=Severity.NOTE,
    scope=Scope.DOCUMENT,
    fields=(DOCUMENT_FIELD,),
    source="findings.md 7",
    check=check,
)
