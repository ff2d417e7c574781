"""Accounts for every visible character of a source (CONTRACTS.md 2, P9)."""

from __future__ import annotations

from collections.abc import Iterable

from hankesalkku.core.card.document import Coverage
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.raw_card import Recognition, Span


def coverage_of(document: SourceDocument, recognition: Recognition) -> Coverage:
    """Count the visible characters, and those that stand in a label, value, heading, link, furniture or unread text."""
    placed = sum(
        visible_characters(document.text[start:end])
        for start, end in merged(_all_spans(document, recognition))
    )
    return Coverage(visible_characters(document.text), placed)


def visible_characters(text: str) -> int:
    """Count the characters that are no white space."""
    return sum(map(len, text.split()))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Join overlapping spans, in order."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _all_spans(document: SourceDocument, recognition: Recognition) -> Iterable[Span]:
    for card in recognition.cards:
        for row in card.rows:
            yield from row.label
            yield from row.value
            yield from row.parts
    yield from recognition.heading
    yield from recognition.furniture
    yield from recognition.unread
    yield from ((link.start, link.end) for link in document.links if link.in_text)
