"""Short ways to say what one rule makes of cards, for tables of cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hankesalkku.core.card.card import Card
from hankesalkku.core.card.document import CardDocument
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.findings.run import catalogue, run
from hankesalkku.core.values.reading import Remark
from tests.support import cards as support


@dataclass(frozen=True, slots=True)
class More:
    """What a test's card has beside the texts of its rows: labels, further rows, remarks, the link of its case."""

    labels: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, tuple[Remark, ...]] = field(default_factory=dict)
    case_url: str | None = None


def card(more: More | None = None, /, **texts: str) -> Card:
    """Make a card of rows; unlike the card of `tests.support.cards` it takes a whole table row as `**texts`."""
    more = more or More()
    facts: dict[str, Any] = {**texts}
    return support.card(
        labels=more.labels, extra=more.extra, remarks=more.remarks, case_url=more.case_url, **facts
    )


def findings(code: str, *cards: Card, **facts: Any) -> list[Finding]:  # noqa: ANN401 - any field of a document
    """Run one rule over cards; `facts` are further fields of the document."""
    return list(catalogue()[code].check(Context(CardDocument(cards=cards, **facts))))


def fields(code: str, *cards: Card, **facts: Any) -> list[str]:  # noqa: ANN401 - as above
    """Give the fields of the findings of one rule."""
    return [finding.field for finding in findings(code, *cards, **facts)]


def cards_of(code: str, *cards: Card, **facts: Any) -> list[tuple[int, ...]]:  # noqa: ANN401 - as above
    """Give the cards of the findings of one rule, counted from 0."""
    return [finding.cards for finding in findings(code, *cards, **facts)]


def codes(*cards: Card, **facts: Any) -> set[str]:  # noqa: ANN401 - as above
    """Give the codes of all findings that are left after suppression."""
    return {finding.rule for finding in run(Context(CardDocument(cards=cards, **facts))).findings}
