"""Finds cards in running text: labels at line starts, chosen by the best path through the document.

The text is squashed to letters and digits, so that a label may be wrapped and hyphenated anywhere at no cost. At each
line start every wording that fits (exactly, or with few wrong letters) is a candidate, also one whose end comes only
after a page break with its value between. The path takes or leaves candidates: a longer label weighs more, fields
follow each other in the order of the card, a field stands once a card, a name begins a card. So a value line that
happens to begin with another field's label ("Vastuuhenkilö vaihtui 1.1.2023") is left in its value.
Source: requirements/documents.md 2, D91, D92.
"""

from __future__ import annotations

from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.ingest.document import SourceDocument
from hankesalkku.ingest.raw_card import How, RawCard, RawRow, Span
from hankesalkku.ingest.recognise.best_path import Step, best_path
from hankesalkku.ingest.recognise.candidates import Candidate, label_candidates
from hankesalkku.ingest.recognise.flow import Line


def find_cards(document: SourceDocument, lines: list[Line]) -> tuple[list[Line], list[RawCard]]:
    """Find the cards in the lines of a flow; the lines before the first label come back as heading."""
    path = best_path(label_candidates(document, lines), len(lines))
    if not path:
        return lines, []
    heading = lines[: path[0].line]
    return heading, _cards(path, lines)


def _cards(path: list[Step], lines: list[Line]) -> list[RawCard]:
    """Cut the flow at the chosen labels: what lies between two of them is the value of the first."""
    rests = {line for step in path if step.taken for line in step.taken.rest_lines}
    cards: list[list[RawRow]] = []
    for step, stop in zip(path, [*(step.line for step in path[1:]), len(lines)], strict=True):
        if step.taken is None:
            continue
        if step.opens_card or not cards:
            cards.append([])
        cards[-1].append(_raw_row(step.taken, _value(step.taken, lines, stop, rests)))
    return [RawCard(tuple(rows)) for rows in cards]


def _value(label: Candidate, lines: list[Line], stop: int, rests: set[int]) -> tuple[Span, ...]:
    """Give the spans of a value: the rest of the label's last line, then whole lines up to the next label."""
    spans = []
    last_of_label = lines[label.next_line - 1]
    if label.after < last_of_label.end:
        spans.append((label.after, last_of_label.end))
    spans += [(lines[i].start, lines[i].end) for i in range(label.next_line, stop) if i not in rests]
    return tuple(spans)


def _raw_row(label: Candidate, value: tuple[Span, ...]) -> RawRow:
    remarks = [RemarkCode.LABEL_SPLIT_BY_PAGE_BREAK] if label.rest_lines else []
    if label.entry.is_approximate:
        remarks.append(RemarkCode.LABEL_APPROXIMATE)
    how = How.SIMILAR if label.errors else How.EXACT if label.entry.is_canonical else How.SYNONYM
    certainty = 1 - label.errors / max(len(label.entry.squashed), 1)
    return RawRow(label.entry.key.value, label.pieces, value, how, certainty, tuple(remarks))
