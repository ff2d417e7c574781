"""A link that is not a safe web address (*turvaton linkki*): another scheme, user information, a file share."""

from __future__ import annotations

from collections.abc import Iterator

from hankesalkku.core.findings.context import Context, Rule, found
from hankesalkku.core.findings.finding import Finding, Scope, Severity
from hankesalkku.core.findings.signs.free_text import Passage, link_passages, row_passages
from hankesalkku.core.findings.signs.links import is_unsafe, shown, written_links


def check(context: Context) -> Iterator[Finding]:
    """Report each unsafe link of the document and each unsafe address written out in a row, once per card."""
    seen: set[tuple[tuple[int, ...], str]] = set()
    for passage, url in _links(context):
        if (passage.cards, url) not in seen and is_unsafe(url):
            seen.add((passage.cards, url))
            value = shown(url)
            yield found(
                RULE, passage.cards, passage.field, evidence=value, places=passage.places, value=value
            )


def _links(context: Context) -> Iterator[tuple[Passage, str]]:
    """Give the links with the text they stand in; a card's own link is one of the document's or stands alone."""
    for index, card in context.numbered:
        if card.case_url:
            yield Passage((index,), "other_information", card.case_url), card.case_url
    for passage in link_passages(context):
        yield passage, passage.text
    for passage in row_passages(context):
        for url in written_links(passage.text):
            yield passage, url


RULE = Rule(
    code="link-unsafe",
    severity=Severity.ERROR,
    scope=Scope.CARD,
    fields=("other_information", "document"),
    source="findings.md 4",
    check=check,
    stops_publication=True,
)
