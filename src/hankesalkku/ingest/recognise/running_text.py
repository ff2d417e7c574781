"""Finds cards in running text: labels at line starts, chosen by the best path through the document.

The text is squashed to letters and digits, so that a label may be wrapped and hyphenated anywhere at no cost. At each
line start every wording that fits (exactly, or with few wrong letters) is a candidate, also one whose end comes only
after a page break with its value between. The path takes or leaves candidates: a longer label weighs more, fields
follow each other in the order of the card, a field stands once a card, a name begins a card. So a value line that
happens to begin with another field's label ("Vastuuhenkilö vaihtui 1.1.2023") is left in its value.
Source: requirements/documents.md 2, D91, D92.
"""

from __future__ import annotations

from hankesalkku.core.card.fields import FieldKey
from hankesalkku.core.values.reading import RemarkCode
from hankesalkku.ingest.document import BlockKind, SourceDocument
from hankesalkku.ingest.raw_card import How, RawCard, RawRow, Span
from hankesalkku.ingest.recognise.best_path import Step, best_path
from hankesalkku.ingest.recognise.candidates import Candidate, label_candidates
from hankesalkku.ingest.recognise.card_table import name_row
from hankesalkku.ingest.recognise.flow import Line

NAME_LINES_AT_MOST = 2


def find_cards(document: SourceDocument, lines: list[Line]) -> tuple[list[Line], list[RawCard]]:
    """Find the cards in the lines of a flow; the lines before the first label come back as heading."""
    path = best_path(label_candidates(document, lines), len(lines))
    if not path:
        return lines, []
    names = _names_above(document, path, lines)
    heading = lines[: names.get(path[0].line, path[0].line)]
    return heading, _cards(path, lines, names)


def _cards(path: list[Step], lines: list[Line], names: dict[int, int]) -> list[RawCard]:
    """Cut the flow at the chosen labels: what lies between two of them is the value of the first, names apart."""
    rests = {line for step in path if step.taken for line in step.taken.rest_lines}
    cards: list[list[RawRow]] = []
    for step, stop in zip(path, [*(step.line for step in path[1:]), len(lines)], strict=True):
        if step.taken is None:
            continue
        if step.opens_card or not cards:
            cards.append([])
        if step.line in names:
            cards[-1].append(name_row(tuple((x.start, x.end) for x in lines[names[step.line] : step.line])))
        cards[-1].append(_raw_row(step.taken, _value(step.taken, lines, names.get(stop, stop), rests)))
    return [RawCard(tuple(rows)) for rows in cards]


def _names_above(document: SourceDocument, path: list[Step], lines: list[Line]) -> dict[int, int]:
    """Give, by the line that opens a card without a name, the line at which its name begins above it.

    Only where no card has a labelled name, and every card but the first has one above.
    """
    if any(step.taken and step.taken.entry.key is FieldKey.NAME for step in path):
        return {}
    opening = [index for index, step in enumerate(path) if step.opens_card or index == 0]
    found = {path[index].line: _name_begins(document, path, lines, index) for index in opening}
    if any(found[path[index].line] is None for index in opening[1:]):
        return {}
    first = path[0].line
    if found[first] is None or (len(opening) == 1 and not _level(document, lines[first - 1])):
        del found[first]
    return {line: begins for line, begins in found.items() if begins is not None}


def _name_begins(document: SourceDocument, path: list[Step], lines: list[Line], index: int) -> int | None:
    """Find the line at which the name above a card begins: a heading, or a paragraph of at most two lines."""
    stop = path[index].line
    above = path[index - 1].taken if index else None
    lowest = above.next_line if above else 0
    begins = stop
    while begins > lowest and stop - begins <= NAME_LINES_AT_MOST:
        begins -= 1
        if _begins_paragraph(document, lines, begins):
            break
    is_whole = lowest < stop and begins < stop <= begins + NAME_LINES_AT_MOST
    if not is_whole or not _begins_paragraph(document, lines, begins):
        return None
    return None if document.text[lines[stop - 1].end - 1] in ".:;" else begins


def _begins_paragraph(document: SourceDocument, lines: list[Line], index: int) -> bool:
    """Tell whether a line begins a paragraph of its own: the first, another block, or after a blank line."""
    if index == 0 or lines[index].turns:
        return True
    above, here = document.block_at(lines[index - 1].start), document.block_at(lines[index].start)
    if above is None or here is None or above is here:
        return False
    if BlockKind.LINE in (above.kind, here.kind):
        return (here.line or 0) - (above.line or 0) > 1
    return True


def _level(document: SourceDocument, line: Line) -> int:
    block = document.block_at(line.start)
    return block.heading_level if block else 0


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
