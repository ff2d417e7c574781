"""Cards of what a report would say in their rows, and what the rules find in them.

For tests of rules and of the report. A whole report stands in `reports`, the text of a file in `text_report`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hankesalkku.core.card.card import Card, Row
from hankesalkku.core.card.document import CardDocument, Link
from hankesalkku.core.card.fields import BY_KEY
from hankesalkku.core.card.reading import RowReading, card_of, read_row
from hankesalkku.core.findings.context import Context
from hankesalkku.core.findings.finding import Finding
from hankesalkku.core.findings.run import run
from hankesalkku.core.values.reading import Remark


def card(
    texts: Mapping[str, str] | None = None,
    /,
    *,
    labels: dict[str, str] | None = None,
    remarks: dict[str, tuple[Remark, ...]] | None = None,
    extra: dict[str, str] | None = None,
    case_url: str | None = None,
    **rows: str,
) -> Card:
    """Make a card of its rows' texts by field key, as a mapping or by keyword; a field not given has no row.

    `labels` replaces canonical Finnish labels, `remarks` adds what a reader noticed on a row's label, `extra` gives
    rows that are none of the fourteen.
    """
    read = []
    for key, text in {**(texts or {}), **rows}.items():
        found = read_row(key, text)
        label = (labels or {}).get(key, BY_KEY[key].label("fi"))
        noticed = (*(remarks or {}).get(key, ()), *found.remarks)
        read.append((Row(key, label, text, remarks=noticed), found))
    read += [(Row(f"extra:{label}", label, text), RowReading({})) for label, text in (extra or {}).items()]
    return replace(card_of(read), case_url=case_url)


def document(*cards: Card, **facts: Any) -> CardDocument:  # noqa: ANN401 - any field of a document
    """Make a document of cards; their case links are its links unless `links` is given."""
    links = tuple(Link(made.case_url, index) for index, made in enumerate(cards) if made.case_url)
    return CardDocument(cards=cards, **({"links": links} | facts))


def findings(code: str, *cards: Card, **facts: Any) -> list[Finding]:  # noqa: ANN401 - any field of a document
    """Run the whole catalogue over the cards and give the findings of one rule that remain.

    `facts` are further fields of the document, and `today` for the rules that need it.
    """
    today = facts.pop("today", None)
    outcome = run(Context(document(*cards, **facts), today), switched_on=(code,))
    return [finding for finding in outcome.findings if finding.rule == code]


def fields(code: str, *cards: Card, **facts: Any) -> list[str]:  # noqa: ANN401 - as above
    """Give the field of each finding of one rule."""
    return [finding.field for finding in findings(code, *cards, **facts)]


def cards_of(code: str, *cards: Card, **facts: Any) -> list[tuple[int, ...]]:  # noqa: ANN401 - as above
    """Give the cards of each finding of one rule, counted from 0."""
    return [finding.cards for finding in findings(code, *cards, **facts)]


def codes(*cards: Card, **facts: Any) -> set[str]:  # noqa: ANN401 - as above
    """Give the codes of all findings that remain."""
    return {finding.rule for finding in run(Context(document(*cards, **facts))).findings}
